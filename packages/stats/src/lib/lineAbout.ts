import type { LedgerLine } from '@reftally/core';

const NAMES: Readonly<Record<string, string>> = {
  earning: 'Earned',
  clawback: 'Taken back',
  adjustment: 'Adjustment',
  payout: 'Payout',
};

/** A verdict is a line of its own. */
const VERDICTS: Readonly<Record<string, string>> = {
  held: 'Held for a review',
  approved: 'Approved',
  rejected: 'Rejected',
};

type Line = Pick<LedgerLine, 'type' | 'minor' | 'note' | 'payout' | 'conversion' | 'refundId' | 'review'>;

/** What a ledger line is in words, and what it is about: `Taken back`, `refund r-81`. */
export function lineAbout({ type, minor, note, payout, conversion, refundId, review }: Line): {
  what: string;
  about: string;
} {
  const isCancelled = type === 'payout' && minor > 0;
  const verdict = review && VERDICTS[review];
  const what = isCancelled ? 'Payout cancelled' : (verdict ?? NAMES[type] ?? type);
  if (note !== undefined) return { what, about: note };
  if (payout !== undefined) return { what, about: payout };
  if (refundId !== undefined) return { what, about: `refund ${refundId}` };
  return { what, about: conversion === undefined ? '' : `conversion ${conversion}` };
}
