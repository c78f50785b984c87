import type { EventContext } from './EventContext.js';
import type { Money } from './Money.js';
import { parseAmount } from './parseAmount.js';
import type { RawEvent } from './RawEvent.js';
import type { Purchase, Refund, Signup, TrackedEvent } from './TrackedEvent.js';

type Built = TrackedEvent | { problem: string };
type Base<T> = Omit<Extract<TrackedEvent, { type: 'pageview' }>, 'type'> & { type: T };

// Properties are assigned one by one: conditional spreads made this five times slower, and it runs for every event.

/** Makes an event of its type out of checked fields: says which field is missing, turns amounts into minor units. */
export function buildEvent(raw: RawEvent, at: number, context: EventContext): Built {
  switch (raw.type) {
    case 'pageview':
      return baseOf('pageview', raw, at, context);
    case 'signup':
      return buildSignup(raw, baseOf('signup', raw, at, context), context);
    case 'purchase':
      return buildPurchase(raw, baseOf('purchase', raw, at, context), context);
    case 'refund':
      return buildRefund(raw, baseOf('refund', raw, at, context), context);
    default:
      return Object.assign(baseOf('custom', raw, at, context), { name: raw.type });
  }
}

function baseOf<T extends string>(type: T, raw: RawEvent, at: number, context: EventContext): Base<T> {
  const base: Base<T> = {
    type,
    id: raw.id,
    site: context.site,
    at,
    trust: context.trust,
    touches: raw.touches,
  };
  if (raw.visitor) base.visitor = raw.visitor;
  if (raw.touches.length > 0 && context.clientHash) base.client = context.clientHash();
  if (raw.url) base.url = raw.url;
  if (raw.referrer) base.referrer = raw.referrer;
  if (raw.ad) base.ad = raw.ad;
  if (raw.props) base.props = raw.props;
  return base;
}

function buildSignup(raw: RawEvent, base: Base<'signup'>, context: EventContext): Built {
  if (!raw.customerId) return missing('customerId', "the shop's own id of the new customer");
  const signup: Signup = Object.assign(base, {
    uid: context.newId(),
    customerId: raw.customerId,
  });
  if (raw.emailHash) signup.emailHash = raw.emailHash;
  if (raw.coupon) signup.coupon = raw.coupon;
  if (context.isRobot?.()) signup.bot = true;
  return signup;
}

function buildPurchase(raw: RawEvent, base: Base<'purchase'>, context: EventContext): Built {
  if (!raw.orderId) return missing('orderId', "the shop's own id of the order");
  const amount = moneyOf(raw, context.currencies);
  if ('problem' in amount) return amount;
  const { orderId, signature } = raw;
  if (signature !== undefined && context.checkSignature) {
    const problem = context.checkSignature({ orderId, amount, signature });
    if (problem) return { problem: `signature: ${problem}` };
    base.trust = 'signed';
  }
  const purchase: Purchase = Object.assign(base, {
    uid: context.newId(),
    orderId,
    amount,
  });
  if (raw.discount !== undefined) {
    const discount = parseAmount(raw.discount, amount.currency);
    if ('problem' in discount) return { problem: discount.problem.replace(/^amount:/, 'discount:') };
    if (discount.minor > 0) purchase.discount = discount;
  }
  if (raw.customerId) purchase.customerId = raw.customerId;
  if (raw.coupon) purchase.coupon = raw.coupon;
  if (raw.items) purchase.items = raw.items;
  if (context.isRobot?.()) purchase.bot = true;
  return purchase;
}

function buildRefund(raw: RawEvent, base: Base<'refund'>, context: EventContext): Built {
  if (!raw.orderId) return missing('orderId', 'the order that is refunded');
  if (!raw.refundId) return missing('refundId', "the shop's own id of the refund");
  const { orderId, refundId } = raw;
  const refund: Refund = Object.assign(base, {
    uid: context.newId(),
    orderId,
    refundId,
  });
  if (raw.items) return withLines(refund, raw);
  if (raw.amount === undefined) return refund;
  const amount = moneyOf(raw, context.currencies);
  if ('problem' in amount) return amount;
  if (amount.minor === 0) return { problem: 'amount: expected more than zero for a refund' };
  refund.amount = amount;
  return refund;
}

/** The amount follows from the lines: one that was given as well could only contradict them. */
function withLines(refund: Refund, { items = [], amount }: RawEvent): Built {
  if (amount !== undefined)
    return { problem: 'items: expected either items or amount for a refund, got both' };
  if (items.length === 0) return { problem: 'items: expected at least one line of the order, got none' };
  refund.items = items.map(({ id, quantity }) => (quantity === undefined ? { id } : { id, quantity }));
  return refund;
}

function moneyOf(raw: RawEvent, currencies: readonly string[]): Money | { problem: string } {
  if (raw.amount === undefined) return missing('amount', 'a decimal in major units such as "49.99"');
  if (!raw.currency) return missing('currency', 'an ISO 4217 code such as "EUR"');
  const money = parseAmount(raw.amount, raw.currency);
  if (!('problem' in money) && !currencies.includes(money.currency)) {
    return {
      problem: `currency: this site takes ${currencies.join(', ')}, got "${money.currency}"; add it to the site's currencies`,
    };
  }
  return money;
}

function missing(field: string, what: string): { problem: string } {
  return { problem: `${field}: expected ${what}, and it is missing` };
}
