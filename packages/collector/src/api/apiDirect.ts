import type { Counts } from '@reftally/core';
import { moneyList } from './moneyList.js';

/** What came without a partner: nobody clicked a link for it, and it has no visitors, for they get no id. */
export function apiDirect({ pageviews, signups, purchases, refunds, revenue, discounts = {} }: Counts) {
  return {
    pageviews,
    signups,
    purchases,
    refunds,
    revenue: moneyList(revenue),
    discounts: moneyList(discounts),
  };
}
