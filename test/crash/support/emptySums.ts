import type { Sums } from './Sums.js';

/** Sums of nothing. */
export function emptySums(): Sums {
  return { clicks: 0, pageviews: 0, visitors: 0, signups: 0, purchases: 0, revenue: {} };
}
