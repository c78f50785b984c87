import type { Payout } from '@reftally/core';

/** The partners that a payout pays, each once. */
export function partnersPaid({ lines }: Payout): string[] {
  return [...new Set(lines.map(({ partner }) => partner))];
}
