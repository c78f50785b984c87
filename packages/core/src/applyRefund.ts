import type { Answer } from './Answer.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import { isTrustedAs } from './isTrustedAs.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Order } from './Order.js';
import { proportionOf } from './proportionOf.js';
import type { Reason } from './Reason.js';
import { refundLines } from './refundLines.js';
import { refusalDelta } from './refusalDelta.js';
import type { Refund } from './TrackedEvent.js';

/** What a refund makes of its order; `order` is the order as it is then, and absent when the refund was refused. */
export type AppliedRefund = {
  answer: Answer;
  order?: Order;
  entries: LedgerEntry[];
  deltas: Delta[];
};

/** Applies a refund to the order as it is: never more than is left of it, and the same share of the commission is taken back. */
export function applyRefund(event: Refund, order: Order, timeZone: string): AppliedRefund {
  const day = dayOf(event.at, timeZone);
  const lines = event.items && refundLines(event.items, order);
  const due = typeof lines === 'object' ? lines.minor : event.amount?.minor;
  const reason = problemOf(event, order, due) ?? (typeof lines === 'string' ? lines : undefined);
  if (reason) {
    const deltas = [refusalDelta(day, reason)];
    return { answer: { status: 'refused', reason }, entries: [], deltas };
  }
  const minor = due ?? order.amount.minor - order.refunded;
  const refunded = order.refunded + minor;
  const clawedBack = proportionOf(order.earned, refunded, order.amount.minor);
  const { partner = '', conversion } = order;
  const revenue = { currency: order.amount.currency, minor: -minor };
  return {
    answer: { status: 'accepted', ...(partner && { partner }), conversion },
    order: { ...order, refunded, clawedBack, ...(typeof lines === 'object' && { returned: lines.returned }) },
    entries: clawbackEntries(event, order, clawedBack - order.clawedBack, partner),
    deltas: [{ partner, day, add: { refunds: 1 }, revenue, trust: order.trust }],
  };
}

/**
 * A refund must be believed as far as the order: page code cannot take back what the shop's server has reported. The server's own word is
 * enough for any: what has been reconciled can be refunded, too.
 */
function problemOf({ amount, trust }: Refund, order: Order, due: number | undefined): Reason | undefined {
  if (trust !== 'server' && !isTrustedAs(trust, order.trust)) return 'untrusted';
  if (amount && amount.currency !== order.amount.currency) return 'currency-mismatch';
  const left = order.amount.minor - order.refunded;
  return left === 0 || (due ?? left) > left ? 'over-refund' : undefined;
}

function clawbackEntries(event: Refund, order: Order, minor: number, partner: string): LedgerEntry[] {
  const { conversion, payableAt, amount, rejected } = order;
  if (minor === 0 || !partner || rejected) return [];
  const { uid, at, refundId } = event;
  const { currency } = amount;
  return [
    {
      id: `${uid}.1`,
      type: 'clawback',
      partner,
      conversion,
      at,
      payableAt,
      currency,
      minor: -minor,
      refundId,
    },
  ];
}
