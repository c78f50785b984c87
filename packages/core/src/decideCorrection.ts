import { answerOfConversion } from './answerOfConversion.js';
import type { Conversion } from './Conversion.js';
import { commissionOf } from './commission/commissionOf.js';
import type { Sale } from './commission/Sale.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import { historyWithout } from './historyWithout.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Money } from './Money.js';
import type { Order } from './Order.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Policy } from './Policy.js';
import { proportionOf } from './proportionOf.js';
import type { Reason } from './Reason.js';
import { refusalDelta } from './refusalDelta.js';
import { reviewStateOf } from './review/reviewStateOf.js';
import type { Purchase } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** An order that was reported before, less trusted, and the conversion that it became. */
export type Known = { order: Order; conversion: Conversion };

/**
 * Decides a more trusted report of an order: amount and trust are its from now on, the ledger and the totals follow by what has changed.
 * Who is credited stays: that was decided by what the first report knew of the visitor.
 */
export function decideCorrection(
  event: Purchase,
  known: Known,
  set: WorkingSet,
  policy: Policy,
  now: number,
): Outcome {
  const day = dayOf(event.at, set.timeZone);
  const answer = answerOfConversion(known.conversion);
  const reason = problemOf(event, known.order);
  if (reason) {
    const deltas = [refusalDelta(day, reason)];
    return outcomeOf(event, { ...answer, status: 'refused', reason }, now, { deltas });
  }
  const conversion = correct(event, known, set, policy);
  const order = reorder(event, known.order, conversion.commission?.minor ?? 0);
  return outcomeOf(event, answer, now, {
    conversion,
    order,
    entries: entriesOf(event, known, order),
    deltas: [...deltasOf(known.order, order, day), ...discountDeltas(known.conversion, conversion, day)],
  });
}

/** What has been refunded stays refunded: the order cannot have been less than that, nor in another currency. */
function problemOf({ amount }: Purchase, { amount: before, refunded }: Order): Reason | undefined {
  if (refunded === 0) return undefined;
  if (amount.currency !== before.currency) return 'currency-mismatch';
  return amount.minor < refunded ? 'over-refund' : undefined;
}

function correct(event: Purchase, known: Known, set: WorkingSet, policy: Policy): Conversion {
  const { conversion, order } = known;
  const { receipt, commission, discount, ...rest } = conversion;
  const { id, at, trust, amount } = event;
  const before = { trust: order.trust, amount: order.amount, ...(commission && { commission }) };
  const corrections = [...(receipt.corrections ?? []), { event: id, at, trust, amount, before }];
  const corrected: Conversion = { ...rest, trust, amount, receipt: { ...receipt, corrections } };
  // In another currency what was said of the old one says nothing.
  const off = event.discount ?? (discount?.currency === amount.currency ? discount : undefined);
  if (off) corrected.discount = off;
  if (off && receipt.offer) corrected.receipt.offer = { ...receipt.offer, used: true };
  const priced = price(event, known, set, policy);
  if (priced.commission) corrected.commission = priced.commission;
  if (priced.earning) corrected.receipt.earning = priced.earning;
  return corrected;
}

/** An amount that is only confirmed earns what it has earned; any other is priced as if the order came now, at the time of the sale. */
function price(event: Purchase, { conversion, order }: Known, set: WorkingSet, policy: Policy) {
  const { partner, commission, receipt } = conversion;
  const wasPriced = order.earned > 0 || (receipt.earning && receipt.earning.none !== 'untrusted');
  if (!partner || (wasPriced && isSame(event.amount, order.amount)))
    return { commission, earning: receipt.earning };
  const { at, customerId } = conversion;
  const sale: Sale = { type: 'purchase', at, trust: event.trust, partner, amount: event.amount };
  const items = event.items ?? order.items;
  if (items) sale.items = items;
  if (customerId !== undefined) sale.customerId = customerId;
  const month = receipt.earning?.month ?? dayOf(at, set.timeZone).slice(0, 7);
  const { money, earning } = commissionOf(sale, historyWithout(order, month, set), policy);
  return { commission: money, earning };
}

function isSame(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

function reorder({ amount, trust, items }: Purchase, before: Order, earned: number): Order {
  const clawedBack = before.refunded === 0 ? 0 : proportionOf(earned, before.refunded, amount.minor);
  const order: Order = { ...before, amount, trust, earned, clawedBack };
  if (items) order.items = items;
  return order;
}

/** The first money of an order is an earning, any change of it an adjustment; while the order is rejected there is neither. */
function entriesOf(event: Purchase, { order: before, conversion: sale }: Known, after: Order): LedgerEntry[] {
  const { partner, conversion, payableAt, rejected } = after;
  if (!partner || rejected) return [];
  const isOpen = before.earned === 0 && reviewStateOf(sale) === 'open';
  const type = before.earned === 0 ? 'earning' : 'adjustment';
  const changes = changesOf(moneyOf(before, 'earned'), moneyOf(after, 'earned'));
  return changes.map(({ currency, minor }, index) => {
    const id = `${event.uid}.${index + 1}`;
    const entry = { id, type, partner, conversion, at: event.at, payableAt, currency, minor } as const;
    return isOpen ? { ...entry, review: 'open' } : entry;
  });
}

/** The purchase moves from one trust to the other, with all that is left of it. */
function deltasOf(before: Order, after: Order, day: string): Delta[] {
  const { partner = '' } = after;
  const { currency, minor } = moneyOf(before, 'kept');
  const gone = { currency, minor: 0 - minor };
  return [
    { partner, day, add: { purchases: -1 }, revenue: gone, trust: before.trust },
    { partner, day, add: { purchases: 1 }, revenue: moneyOf(after, 'kept'), trust: after.trust },
  ];
}

function discountDeltas(before: Conversion, { partner = '', discount }: Conversion, day: string): Delta[] {
  const was = before.discount;
  if (was?.minor === discount?.minor && was?.currency === discount?.currency) return [];
  const gone = was && { currency: was.currency, minor: -was.minor };
  return [gone, discount].flatMap((money) => (money ? [{ partner, day, add: {}, discount: money }] : []));
}

/** What is left after refunds: of the partner's earning, of the shop's revenue. */
function moneyOf({ amount, refunded, earned, clawedBack }: Order, of: 'earned' | 'kept'): Money {
  const minor = of === 'earned' ? earned - clawedBack : amount.minor - refunded;
  return { currency: amount.currency, minor };
}

/** What makes one out of the other: a difference, or in another currency all of it away and all of it new. */
function changesOf(before: Money, after: Money): Money[] {
  const all =
    before.currency === after.currency
      ? [{ currency: after.currency, minor: after.minor - before.minor }]
      : [{ currency: before.currency, minor: -before.minor }, after];
  return all.filter(({ minor }) => minor !== 0);
}
