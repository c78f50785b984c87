import type { LedgerEntry } from './LedgerEntry.js';
import type { PayoutLine, PayoutTerms } from './Payout.js';
import { stagesOf } from './stagesOf.js';

/**
 * What a payout of a partner's ledger (all of it, in the order of the chain) comes to at a time (ms): everything payable in each currency,
 * clawbacks set off, when that is above zero and no less than the threshold.
 */
export function payoutLines(
  partner: string,
  entries: readonly LedgerEntry[],
  { currency: only, thresholds = {} }: PayoutTerms,
  now: number,
): PayoutLine[] {
  const lines = new Map<string, PayoutLine>();
  const stages = stagesOf(entries, now);
  for (const [index, { currency, minor }] of entries.entries()) {
    if (stages[index] !== 'payable' || (only !== undefined && currency !== only)) continue;
    const line = lines.get(currency) ?? { partner, currency, minor: 0, entries: 0 };
    line.minor += minor;
    line.entries++;
    lines.set(currency, line);
  }
  return [...lines.values()]
    .filter(({ currency, minor }) => minor > 0 && minor >= (thresholds[currency] ?? 0))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
