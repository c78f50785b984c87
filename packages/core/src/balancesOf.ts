import { BalanceSums } from './BalanceSums.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Money } from './Money.js';
import { type Stage, stagesOf } from './stagesOf.js';

/** What was earned, by how far it is on its way; one sum a currency, in alphabetical order, zeros left out. */
export type Balance = Record<Stage, Money[]>;

/**
 * Sums the entries of one partner (all of them, in the order of the chain) at a time (ms), by group: held until `payableAt`, payable from
 * then on, paid once a payout has taken them. Entries of no group are left out.
 */
export function balancesOf(
  entries: readonly LedgerEntry[],
  now: number,
  groupOf: (entry: LedgerEntry) => string | undefined,
): Map<string, Balance> {
  const groups = new Map<string, BalanceSums>();
  const stages = stagesOf(entries, now);
  for (const [index, entry] of entries.entries()) {
    const stage = stages[index];
    const group = stage && groupOf(entry);
    if (stage && group !== undefined) sumsOf(groups, group).add(stage, entry);
  }
  return new Map([...groups].map(([group, sums]) => [group, sums.toBalance()]));
}

function sumsOf(groups: Map<string, BalanceSums>, group: string): BalanceSums {
  const sums = groups.get(group) ?? new BalanceSums();
  groups.set(group, sums);
  return sums;
}
