import type { Counter } from './Delta.js';

/** Totals of one partner over some days; `revenue` and `discounts` in minor units by currency, the latter absent where nobody got anything off. */
export type Counts = Record<Counter, number> & {
  revenue: Record<string, number>;
  discounts?: Record<string, number>;
};
