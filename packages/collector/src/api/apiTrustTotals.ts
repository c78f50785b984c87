import type { TrustSums } from '@reftally/store';
import { moneyList } from './moneyList.js';

/** A row of the totals by trust as the API gives it, or what came without a partner. */
export function apiTrustTotals<Row extends TrustSums>({ revenue, ...row }: Row) {
  return { ...row, revenue: moneyList(revenue) };
}
