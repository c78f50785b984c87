import type { CartLine } from './CartLine.js';
import type { Currency } from './currencies.js';

/** A finished purchase. */
export interface Order {
  readonly id: string;
  readonly sessionId: string;
  readonly customerId?: string;
  readonly name: string;
  readonly email: string;
  readonly currency: Currency;
  readonly lines: readonly CartLine[];
  /** Minor units of `currency`. */
  readonly total: number;
}
