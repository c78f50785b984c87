import type { TotalsRow } from '../api/TotalsRow.js';
import { emptyTotals } from './emptyTotals.js';
import { sumMoney } from './sumMoney.js';

/** All partners' totals as one row. */
export function sumTotals(rows: readonly TotalsRow[]): TotalsRow {
  const sum = emptyTotals('');
  for (const row of rows) {
    sum.clicks += row.clicks;
    sum.rawClicks += row.rawClicks;
    sum.pageviews += row.pageviews;
    sum.visitors += row.visitors;
    sum.signups += row.signups;
    sum.purchases += row.purchases;
    sum.refunds += row.refunds;
  }
  sum.revenue = sumMoney(rows.map((row) => row.revenue));
  sum.commission = {
    held: sumMoney(rows.map((row) => row.commission.held)),
    payable: sumMoney(rows.map((row) => row.commission.payable)),
    paid: sumMoney(rows.map((row) => row.commission.paid)),
  };
  return sum;
}
