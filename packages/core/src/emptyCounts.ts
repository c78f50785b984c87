import type { Counts } from './Counts.js';

/** Totals of nothing. */
export function emptyCounts(): Counts {
  return {
    clicks: 0,
    uncounted: 0,
    pageviews: 0,
    visitors: 0,
    signups: 0,
    purchases: 0,
    refunds: 0,
    revenue: {},
  };
}
