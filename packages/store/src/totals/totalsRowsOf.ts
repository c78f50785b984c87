import { type Balance, type Counts, emptyCounts } from '@reftally/core';
import type { TotalsRow } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';

type Named = { id: string; code: string; name: string };
type ByPeriod<T> = ReadonlyMap<string, T>;

/** The rows of one partner: one for the whole range, be it empty, or one for each period in which something happened. Keys are periods, `''` for all. */
export function totalsRowsOf(
  partner: Named,
  interval: TotalsQuery['interval'],
  counts: ByPeriod<Counts>,
  balances: ByPeriod<Balance>,
): TotalsRow[] {
  const periods = interval === 'total' ? [''] : new Set([...counts.keys(), ...balances.keys()]);
  return Array.from(periods, (period) => rowOf(partner, period, counts.get(period), balances.get(period)));
}

function rowOf(
  { id, code, name }: Named,
  period: string,
  counts: Counts = emptyCounts(),
  commission: Balance = { held: [], payable: [], paid: [] },
): TotalsRow {
  return { partner: id, code, name, ...(period && { period }), counts, commission };
}
