import type { CartLine } from './CartLine.js';
import { findProduct } from './findProduct.js';
import type { Session } from './Session.js';

/** A cart with its prices; `total` is in minor units of the session's currency. */
export interface Cart {
  readonly lines: readonly CartLine[];
  readonly total: number;
}

/** Prices what lies in a session's cart, in its present currency. */
export function readCart(session: Session): Cart {
  const lines = [...session.cart].flatMap(([slug, quantity]) => {
    const product = findProduct(slug);
    return product
      ? [
          {
            product,
            quantity,
            amount: product.price[session.currency] * quantity,
          },
        ]
      : [];
  });
  return { lines, total: lines.reduce((sum, line) => sum + line.amount, 0) };
}
