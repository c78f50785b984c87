import type { TotalsRow } from '../api/TotalsRow.js';
import { addDays } from './addDays.js';
import { dayCount } from './dayCount.js';
import { emptyTotals } from './emptyTotals.js';
import type { Range } from './Range.js';

/** One row for every day of the range, in order: the API leaves out the days on which nothing happened. */
export function fillDays(range: Range, rows: readonly TotalsRow[]): (TotalsRow & { period: string })[] {
  const byDay = new Map(rows.map((row) => [row.period, row]));
  return Array.from({ length: dayCount(range) }, (_, i) => {
    const period = addDays(range.from, i);
    return { ...(byDay.get(period) ?? emptyTotals('')), period };
  });
}
