import type { Trust } from './Trust.js';

/** Which touch wins: the latest or the first one that still counts. */
export type Model = 'last' | 'first';

/** What can tie a conversion to a partner. */
export type Via = 'coupon' | 'customer' | 'touch';

/** What a partner earns on a conversion: a percentage of its amount or a flat sum, from a date on. Exactly one of the two is set. */
export type CommissionRule = {
  on: 'purchase' | 'signup';
  /** Decimal string, 0 to 100. */
  percent?: string;
  flat?: { currency: string; minor: number };
  /** The conversions from this time (ms) on; all of them when absent. */
  from?: number;
};

/** A site's rules of attribution and commission. A change makes a new version; receipts name the one that applied. */
export type Policy = {
  version: number;
  model: Model;
  windowDays: number;
  holdDays: number;
  /** What wins when several apply, strongest first. What is not listed is not considered. */
  precedence: Via[];
  /** The weakest trust that earns a commission. */
  paysFrom: Trust;
  commission: CommissionRule[];
};
