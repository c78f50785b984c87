import type { LedgerEntry } from './LedgerEntry.js';
import type { Money } from './Money.js';

/** What was earned, by whether it can be paid yet; one entry a currency, in alphabetical order, zeros left out. */
export type Balance = { held: Money[]; payable: Money[]; paid: Money[] };

/** Sums ledger entries at a time (ms): held until `payableAt`, payable from then on. Nothing is paid before there are payouts. */
export function balanceOf(entries: Iterable<LedgerEntry>, now: number): Balance {
  const held = new Map<string, number>();
  const payable = new Map<string, number>();
  for (const { payableAt, currency, minor } of entries) {
    const sums = payableAt > now ? held : payable;
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }
  return { held: toMoney(held), payable: toMoney(payable), paid: [] };
}

function toMoney(sums: Map<string, number>): Money[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor }));
}
