import type { LedgerEntry } from './LedgerEntry.js';
import type { Money } from './Money.js';
import { type Stage, stagesOf } from './stagesOf.js';

/** What was earned, by how far it is on its way; one sum a currency, in alphabetical order, zeros left out. */
export type Balance = Record<Stage, Money[]>;

type Sums = Record<Stage, Map<string, number>>;

/**
 * Sums the entries of one partner (all of them, in the order of the chain) at a time (ms), by group: held until `payableAt`, payable from
 * then on, paid once a payout has taken them. Entries of no group are left out.
 */
export function balancesOf(
  entries: readonly LedgerEntry[],
  now: number,
  groupOf: (entry: LedgerEntry) => string | undefined,
): Map<string, Balance> {
  const groups = new Map<string, Sums>();
  const stages = stagesOf(entries, now);
  for (const [index, entry] of entries.entries()) {
    const stage = stages[index];
    const group = stage && groupOf(entry);
    if (stage && group !== undefined) add(sumsOf(groups, group)[stage], entry);
  }
  return new Map([...groups].map(([group, sums]) => [group, toBalance(sums)]));
}

function sumsOf(groups: Map<string, Sums>, group: string): Sums {
  const sums = groups.get(group) ?? { held: new Map(), payable: new Map(), paid: new Map() };
  groups.set(group, sums);
  return sums;
}

function add(sums: Map<string, number>, { currency, minor }: LedgerEntry): void {
  sums.set(currency, (sums.get(currency) ?? 0) + minor);
}

function toBalance({ held, payable, paid }: Sums): Balance {
  return { held: toMoney(held), payable: toMoney(payable), paid: toMoney(paid) };
}

function toMoney(sums: Map<string, number>): Money[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor }));
}
