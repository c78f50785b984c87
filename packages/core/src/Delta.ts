import type { Money } from './Money.js';
import type { Reason } from './Reason.js';
import type { Trust } from './Trust.js';

/** What can be counted per partner and day. `uncounted`: arrivals with a code that are no clicks, of robots and repeated ones. */
export type Counter = 'clicks' | 'uncounted' | 'pageviews' | 'visitors' | 'signups' | 'purchases' | 'refunds';

/** A change of the totals of one partner (`''`: direct) on one day (`YYYY-MM-DD`, site time zone). */
export type Delta = {
  partner: string;
  day: string;
  add: Partial<Record<Counter, number>>;
  /** Purchases less refunds. */
  revenue?: Money;
  /** What customers got off. */
  discount?: Money;
  /** How far the purchase is believed to which `purchases` and `revenue` belong. */
  trust?: Trust;
  refused?: Reason;
  /** Of arrivals: in which hour (hours since 1970). */
  hour?: number;
};
