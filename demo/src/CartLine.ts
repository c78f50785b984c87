import type { Product } from './Product.js';

/** One product in a cart or an order. */
export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
  /** Price of the line in minor units of the cart's currency. */
  readonly amount: number;
}
