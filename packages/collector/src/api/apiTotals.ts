import type { TotalsRow } from '@reftally/store';
import { moneyList } from './moneyList.js';

/** One row of the totals as the API gives it. */
export function apiTotals({ partner, code, name, period, counts, commission }: TotalsRow) {
  const { clicks, uncounted, pageviews, visitors, signups, purchases, refunds, revenue } = counts;
  const { discounts = {} } = counts;
  return {
    partner,
    code,
    name,
    ...(period !== undefined && { period }),
    clicks,
    rawClicks: clicks + uncounted,
    pageviews,
    visitors,
    signups,
    purchases,
    refunds,
    revenue: moneyList(revenue),
    discounts: moneyList(discounts),
    commission,
  };
}
