import type { EventContext } from './EventContext.js';
import type { Money } from './Money.js';
import { parseAmount } from './parseAmount.js';
import type { RawEvent } from './RawEvent.js';
import type { TrackedEvent } from './TrackedEvent.js';

type Built = TrackedEvent | { problem: string };
type Base = Omit<Extract<TrackedEvent, { type: 'pageview' }>, 'type'>;

/** Makes an event of its type out of checked fields: says which field is missing, turns amounts into minor units. */
export function buildEvent(raw: RawEvent, at: number, context: EventContext): Built {
  const base = baseOf(raw, at, context);
  switch (raw.type) {
    case 'pageview':
      return { type: 'pageview', ...base };
    case 'signup':
      return buildSignup(raw, base, context);
    case 'purchase':
      return buildPurchase(raw, base, context);
    case 'refund':
      return buildRefund(raw, base, context);
    default:
      return { type: 'custom', name: raw.type, ...base };
  }
}

function baseOf(raw: RawEvent, at: number, context: EventContext): Base {
  const base: Base = {
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
  if (raw.props) base.props = raw.props;
  return base;
}

function buildSignup(raw: RawEvent, base: Base, { newId }: EventContext): Built {
  if (!raw.customerId) return missing('customerId', "the shop's own id of the new customer");
  const { customerId, emailHash, coupon } = raw;
  return {
    type: 'signup',
    uid: newId(),
    ...base,
    customerId,
    ...(emailHash && { emailHash }),
    ...(coupon && { coupon }),
  };
}

function buildPurchase(raw: RawEvent, base: Base, { currencies, newId }: EventContext): Built {
  if (!raw.orderId) return missing('orderId', "the shop's own id of the order");
  const amount = moneyOf(raw, currencies);
  if ('problem' in amount) return amount;
  const { orderId, customerId, coupon, items } = raw;
  const optional = {
    ...(customerId && { customerId }),
    ...(coupon && { coupon }),
    ...(items && { items }),
  };
  return { type: 'purchase', uid: newId(), ...base, orderId, amount, ...optional };
}

function buildRefund(raw: RawEvent, base: Base, { currencies, newId }: EventContext): Built {
  if (!raw.orderId) return missing('orderId', 'the order that is refunded');
  if (!raw.refundId) return missing('refundId', "the shop's own id of the refund");
  const { orderId, refundId } = raw;
  if (raw.amount === undefined) return { type: 'refund', uid: newId(), ...base, orderId, refundId };
  const amount = moneyOf(raw, currencies);
  if ('problem' in amount) return amount;
  if (amount.minor === 0) return { problem: 'amount: expected more than zero for a refund' };
  return { type: 'refund', uid: newId(), ...base, orderId, refundId, amount };
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
