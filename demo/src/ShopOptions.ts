import type { Coupon } from './Coupon.js';

/** What the shop has to know about the collector, as any shop would. */
export interface ShopOptions {
  /** The collector's origin, as the browser reaches it: `http://localhost:4800`. */
  readonly collectorUrl: string;
  /** The site's public key. */
  readonly siteKey: string;
  /** With this the shop signs its orders (`rt_sig_…`); without it the page alone vouches for what they cost. */
  readonly signingSecret?: string;
  /** With this the back office refunds (`rt_sec_…`); without it orders can only be looked at. */
  readonly secretKey?: string;
  /** The codes that take something off an order; none by default. */
  readonly coupons?: readonly Coupon[];
  /** Makes the ids of sessions, customers and orders; random by default. */
  readonly newId?: () => string;
  /** ms since 1970; the machine's clock by default. */
  readonly clock?: () => number;
}
