import type { CartLine } from './CartLine.js';
import type { Coupon } from './Coupon.js';
import { findProduct } from './findProduct.js';
import type { Session } from './Session.js';

/** A cart with its prices, in minor units of the session's currency. */
export interface Cart {
  readonly lines: readonly CartLine[];
  readonly coupon?: Coupon;
  /** What the coupon takes off. */
  readonly discount: number;
  /** What is to be paid: the lines less the discount. */
  readonly total: number;
}

/** Prices what lies in a session's cart, in its present currency; without a session there is nothing. */
export function readCart(session: Session | undefined): Cart {
  if (!session) return { lines: [], discount: 0, total: 0 };
  const { coupon } = session;
  const lines = linesOf(session);
  const goods = lines.reduce((sum, line) => sum + line.amount, 0);
  // Half a cent is rounded in favour of the customer.
  const discount = Math.floor((goods * (coupon?.percent ?? 0) + 50) / 100);
  return { lines, ...(coupon && { coupon }), discount, total: goods - discount };
}

function linesOf({ cart, currency }: Session): CartLine[] {
  return [...cart].flatMap(([slug, quantity]) => {
    const product = findProduct(slug);
    return product ? [{ product, quantity, amount: product.price[currency] * quantity }] : [];
  });
}
