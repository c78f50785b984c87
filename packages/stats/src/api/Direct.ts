import type { Money } from './Money.js';

/** What came without any partner, in aggregate. */
export type Direct = {
  pageviews: number;
  signups: number;
  purchases: number;
  refunds: number;
  revenue: Money[];
};
