import type { Money } from './Money.js';
import type { Reason } from './Reason.js';
import type { Trust } from './Trust.js';

/** What can be counted per partner and day. */
export type Counter = 'clicks' | 'pageviews' | 'visitors' | 'signups' | 'purchases' | 'refunds';

/** A change of the totals of one partner (`''`: direct) on one day (`YYYY-MM-DD`, site time zone). */
export type Delta = {
  partner: string;
  day: string;
  add: Partial<Record<Counter, number>>;
  /** Purchases less refunds. */
  revenue?: Money;
  /** How far the purchase is believed to which `purchases` and `revenue` belong. */
  trust?: Trust;
  refused?: Reason;
};
