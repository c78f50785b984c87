import type { Conversion } from '../Conversion.js';
import type { LedgerEntry } from '../LedgerEntry.js';
import type { Money } from '../Money.js';
import type { Order } from '../Order.js';
import type { Review } from './Review.js';
import { reviewStateOf } from './reviewStateOf.js';

/** What a store knows of the conversion that is reviewed. */
export type Reviewable = {
  conversion: Conversion;
  /** That of a purchase. */
  order?: Order;
  /** When what it has earned becomes payable (ms). */
  payableAt: number;
};

/** What a review changes. `order` is there when it has changed. */
export type Reviewed = { review: Review; order?: Order; entries: LedgerEntry[] };

/**
 * What a verdict does to the account, whether or not it may be given now: a rejection takes away all that the conversion has left after
 * refunds, whoever approves it again gives back what it would have by then, and anything else is a line of zero that says how it stands.
 */
export function applyReview(review: Review, known: Reviewable): Reviewed {
  const { conversion, order } = known;
  const entry = entryOf(review, known);
  const reviewed: Reviewed = { review, entries: entry ? [entry] : [] };
  const isRejected = review.verdict === 'rejected';
  if (order && isRejected !== (reviewStateOf(conversion) === 'rejected'))
    reviewed.order = judge(order, isRejected);
  return reviewed;
}

/** A line for everything that can earn: a correction may bring the first money of an order that is held. */
function entryOf(review: Review, { conversion, order, payableAt }: Reviewable): LedgerEntry | undefined {
  const money = moneyOf(conversion, order);
  if (conversion.partner === undefined || !money) return undefined;
  const change = Number(reviewStateOf(conversion) === 'rejected') - Number(review.verdict === 'rejected');
  const entry: LedgerEntry = {
    id: `${conversion.id}.review.${(conversion.reviews?.length ?? 0) + 1}`,
    type: 'adjustment',
    partner: conversion.partner,
    conversion: conversion.id,
    at: review.at,
    payableAt,
    currency: money.currency,
    minor: change < 0 ? 0 - money.minor : change * money.minor,
    review: review.verdict,
  };
  if (review.verdict === 'rejected' && review.note !== undefined) entry.note = review.note;
  return entry;
}

/** What it has earned less what refunds have taken back, or would have if it were not rejected. */
function moneyOf({ commission }: Conversion, order: Order | undefined): Money | undefined {
  if (!order) return commission;
  return { currency: order.amount.currency, minor: order.earned - order.clawedBack };
}

function judge({ rejected: _, ...order }: Order, isRejected: boolean): Order {
  return isRejected ? { ...order, rejected: true } : order;
}
