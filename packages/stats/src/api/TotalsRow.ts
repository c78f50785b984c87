import type { Commission } from './Commission.js';
import type { Money } from './Money.js';

/** Totals of one partner over the range, or over one `period` of it (`YYYY-MM-DD` or `YYYY-MM`). */
export type TotalsRow = {
  partner: string;
  code: string;
  name: string;
  period?: string;
  clicks: number;
  /** Every arrival, robots and repeated ones included. */
  rawClicks: number;
  pageviews: number;
  visitors: number;
  signups: number;
  purchases: number;
  refunds: number;
  revenue: Money[];
  commission: Commission;
};
