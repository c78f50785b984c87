import type { Order } from '@reftally/core';
import { foldTally } from './foldTally.js';
import type { SiteState } from './SiteState.js';

/** Takes an order as it is now: what rules look up follows, and what its conversion shows of refunds. */
export function foldOrder(site: SiteState, order: Order): void {
  foldTally.order(site, site.orders.get(order.orderId), order);
  site.orders.set(order.orderId, order);
  const stored = site.conversions.get(order.conversion);
  if (!stored) return;
  stored.refunded = order.refunded;
  stored.clawedBack = order.clawedBack;
}
