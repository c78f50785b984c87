import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import { isTrustedAs } from './isTrustedAs.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Order } from './Order.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import { proportionOf } from './proportionOf.js';
import type { Reason } from './Reason.js';
import type { Refund } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** Decides a refund: never more than is left of the order, and the same share of the commission is taken back. */
export function decideRefund(event: Refund, set: WorkingSet, now: number): Outcome {
  const day = dayOf(event.at, set.timeZone);
  const { order } = set;
  const problem = problemOf(event, order);
  if (!order || problem) {
    const reason = problem ?? 'unknown-order';
    return outcomeOf(event, { status: 'refused', reason }, now, {
      deltas: [{ partner: '', day, add: {}, refused: reason }],
    });
  }
  const minor = event.amount?.minor ?? order.amount.minor - order.refunded;
  const refunded = order.refunded + minor;
  const clawedBack = proportionOf(order.earned, refunded, order.amount.minor);
  const { partner = '', conversion } = order;
  const revenue = { currency: order.amount.currency, minor: -minor };
  const delta: Delta = { partner, day, add: { refunds: 1 }, revenue };
  return outcomeOf(event, { status: 'accepted', ...(partner && { partner }), conversion }, now, {
    order: { ...order, refunded, clawedBack },
    refundId: event.refundId,
    entries: clawbackEntries(event, order, clawedBack - order.clawedBack, partner),
    deltas: [delta],
  });
}

/** A refund must be believed as far as the order: page code cannot take back what the shop's server has reported. */
function problemOf({ amount, trust }: Refund, order: Order | undefined): Reason | undefined {
  if (!order) return 'unknown-order';
  if (!isTrustedAs(trust, order.trust)) return 'untrusted';
  if (amount && amount.currency !== order.amount.currency) return 'currency-mismatch';
  const left = order.amount.minor - order.refunded;
  return left === 0 || (amount?.minor ?? left) > left ? 'over-refund' : undefined;
}

function clawbackEntries(event: Refund, order: Order, minor: number, partner: string): LedgerEntry[] {
  if (minor === 0 || !partner) return [];
  const { conversion, payableAt, amount } = order;
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
