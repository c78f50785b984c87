import { applyRefund } from './applyRefund.js';
import type { Delta } from './Delta.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Order } from './Order.js';
import type { SettledRefund } from './SettledRefund.js';
import type { Refund } from './TrackedEvent.js';

/** All that the refunds of a new order have come to; `order` is the order after them. */
export type SettledRefunds = {
  order: Order;
  settled: SettledRefund[];
  entries: LedgerEntry[];
  deltas: Delta[];
};

/** Applies the refunds that have waited for an order, in the order of their arrival, each as if it came now. */
export function settleRefunds(order: Order, waiting: readonly Refund[], timeZone: string): SettledRefunds {
  const sum: SettledRefunds = { order, settled: [], entries: [], deltas: [] };
  for (const refund of waiting) {
    const { answer, order: after, entries, deltas } = applyRefund(refund, sum.order, timeZone);
    if (after) sum.order = after;
    sum.settled.push({ event: refund.id, refundId: refund.refundId, answer });
    sum.entries.push(...entries);
    sum.deltas.push(...deltas);
  }
  return sum;
}
