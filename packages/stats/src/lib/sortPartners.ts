import type { TotalsRow } from '../api/TotalsRow.js';
import { minorIn } from './minorIn.js';
import type { SortKey } from './SortKey.js';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function valueIn(row: TotalsRow, key: Exclude<SortKey, 'name'>, currency: string): number {
  if (key === 'revenue') return minorIn(row.revenue, currency);
  if (key === 'held' || key === 'payable' || key === 'paid') return minorIn(row.commission[key], currency);
  return row[key];
}

/** A sorted copy; equal rows stay in the order in which they came. Amounts are compared in `currency` only. */
export function sortPartners(
  rows: readonly TotalsRow[],
  key: SortKey,
  descending: boolean,
  currency: string,
): TotalsRow[] {
  const sign = descending ? -1 : 1;
  if (key === 'name') return [...rows].sort((a, b) => sign * collator.compare(a.name, b.name));
  // Each value is looked up once, not at each of a hundred thousand comparisons.
  const valued = rows.map((row) => ({ row, value: valueIn(row, key, currency) }));
  return valued.sort((a, b) => sign * (a.value - b.value)).map(({ row }) => row);
}
