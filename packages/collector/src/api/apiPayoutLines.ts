import type { PayoutLine } from '@reftally/core';
import { moneyList } from './moneyList.js';

/** The lines of a payout or of its preview, and what they come to. */
export function apiPayoutLines(lines: readonly PayoutLine[], nameOf: (partner: string) => string) {
  const sums: Record<string, number> = {};
  for (const { currency, minor } of lines) sums[currency] = (sums[currency] ?? 0) + minor;
  return {
    total: moneyList(sums),
    lines: lines.map((line) => ({ ...line, partnerName: nameOf(line.partner) })),
  };
}
