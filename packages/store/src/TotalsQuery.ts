import type { Interval } from '@reftally/core';

/** Which totals: whole days (`YYYY-MM-DD`, site time zone), both ends included. `now` (ms) divides held from payable. */
export type TotalsQuery = {
  site: string;
  from: string;
  to: string;
  interval: Interval;
  partner?: string;
  now: number;
};
