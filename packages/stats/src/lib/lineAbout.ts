import type { LedgerLine } from '@reftally/core';

const NAMES: Readonly<Record<string, string>> = {
  earning: 'Earned',
  clawback: 'Taken back',
  adjustment: 'Adjustment',
  payout: 'Payout',
};

type Line = Pick<LedgerLine, 'type' | 'minor' | 'note' | 'payout' | 'conversion' | 'refundId'>;

/** What a ledger line is in words, and what it is about: `Taken back`, `refund r-81`. */
export function lineAbout({ type, minor, note, payout, conversion, refundId }: Line): {
  what: string;
  about: string;
} {
  const what = type === 'payout' && minor > 0 ? 'Payout cancelled' : (NAMES[type] ?? type);
  if (note !== undefined) return { what, about: note };
  if (payout !== undefined) return { what, about: payout };
  if (refundId !== undefined) return { what, about: `refund ${refundId}` };
  return { what, about: conversion === undefined ? '' : `conversion ${conversion}` };
}
