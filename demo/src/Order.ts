import type { Currency } from './currencies.js';
import type { Cart } from './readCart.js';

/** A finished purchase; amounts are minor units of `currency`. */
export interface Order extends Cart {
  readonly id: string;
  readonly sessionId: string;
  readonly customerId?: string;
  readonly name: string;
  readonly email: string;
  readonly currency: Currency;
}
