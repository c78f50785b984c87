import { signPurchase } from '@reftally/sdk/sign';
import type { Order } from './Order.js';
import type { PurchaseReport } from './PurchaseReport.js';
import { toMajor } from './toMajor.js';

/** How reports are signed: with the site's signing secret, at a time in ms. */
export interface Signer {
  readonly secret: string | undefined;
  readonly at: number;
}

/** What the page reports of an order. With a secret the shop vouches for order id, amount and currency, anew for each page that it makes. */
export async function reportOrder(order: Order, { secret, at }: Signer): Promise<PurchaseReport> {
  const { id: orderId, currency, customerId, coupon } = order;
  const amount = toMajor(order.total, currency);
  const signature =
    secret === undefined ? undefined : await signPurchase({ orderId, amount, currency, secret, at });
  return {
    orderId,
    amount,
    currency,
    ...(customerId !== undefined && { customerId }),
    ...(coupon && { coupon: coupon.code }),
    items: order.lines.map(({ product, quantity, amount: minor }) => {
      return { id: product.slug, category: product.category, quantity, amount: toMajor(minor, currency) };
    }),
    ...(signature !== undefined && { signature }),
  };
}
