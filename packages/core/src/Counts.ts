import type { Counter } from './Delta.js';

/** Totals of one partner over some days; `revenue` in minor units by currency. */
export type Counts = Record<Counter, number> & {
  revenue: Record<string, number>;
};
