import { type Balance, balancesOf } from './balancesOf.js';
import type { LedgerEntry } from './LedgerEntry.js';

/** Sums the entries of one partner (all of them, in the order of the chain) at a time (ms). */
export function balanceOf(entries: readonly LedgerEntry[], now: number): Balance {
  return balancesOf(entries, now, () => '').get('') ?? { held: [], payable: [], paid: [] };
}
