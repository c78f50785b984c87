import { type Balance, type Counts, emptyCounts } from '@reftally/core';
import type { TotalsRow } from '../Totals.js';

type Named = { id: string; code: string; name: string };
type ByPeriod<T> = ReadonlyMap<string, T>;

/** The rows of one partner, one for each period in which something happened. Keys are periods. */
export function totalsRowsOf(
  { id, code, name }: Named,
  counts: ByPeriod<Counts>,
  balances: ByPeriod<Balance>,
): TotalsRow[] {
  return Array.from(new Set([...counts.keys(), ...balances.keys()]), (period) => ({
    ...{ partner: id, code, name, period },
    counts: counts.get(period) ?? emptyCounts(),
    commission: balances.get(period) ?? { held: [], payable: [], paid: [] },
  }));
}
