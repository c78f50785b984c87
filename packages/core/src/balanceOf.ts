import { BalanceSums } from './BalanceSums.js';
import type { Balance } from './balancesOf.js';
import type { LedgerEntry } from './LedgerEntry.js';
import { stagesOf } from './stagesOf.js';

/** Sums the entries of one partner (all of them, in the order of the chain) at a time (ms), or those of them that count. */
export function balanceOf(
  entries: readonly LedgerEntry[],
  now: number,
  isCounted?: (entry: LedgerEntry) => boolean,
): Balance {
  const sums = new BalanceSums();
  const stages = stagesOf(entries, now);
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    const stage = stages[index];
    if (entry && stage && (!isCounted || isCounted(entry))) sums.add(stage, entry);
  }
  return sums.toBalance();
}
