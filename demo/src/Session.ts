import type { Coupon } from './Coupon.js';
import type { Currency } from './currencies.js';

/** What the shop keeps for one browser, from the first thing in the cart or the first sign-in. */
export interface Session {
  readonly id: string;
  currency: Currency;
  /** How many of each product, by slug. */
  readonly cart: Map<string, number>;
  customerId?: string;
  /** What the customer has entered, and the shop has found to be good. */
  coupon?: Coupon;
}
