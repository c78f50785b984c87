import { answerOf } from './answerOf.js';
import { type Attribution, attribute } from './attribute.js';
import type { Conversion } from './Conversion.js';
import type { Customer } from './Customer.js';
import { commissionOf } from './commission/commissionOf.js';
import { saleOf } from './commission/saleOf.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import { flagsOf } from './fraud/flagsOf.js';
import { selfReferral } from './fraud/selfReferral.js';
import { winningTouch } from './fraud/winningTouch.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Order } from './Order.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Policy } from './Policy.js';
import { recordOffer } from './recordOffer.js';
import { recordVisits } from './recordVisits.js';
import { reviewStateOf } from './review/reviewStateOf.js';
import { settleRefunds } from './settleRefunds.js';
import type { Touch } from './Touch.js';
import type { Purchase, Refund, Signup } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

type Parts = Parameters<typeof outcomeOf>[3];

const DAY_MS = 86_400_000;

/** Decides a signup or a purchase: who is credited, what it earns, and the receipt that says why. */
export function decideConversion(
  event: Signup | Purchase,
  set: WorkingSet,
  policy: Policy,
  now: number,
): Outcome {
  const { known, touches, clicks, deltas } = recordVisits(event, set);
  const isOwn =
    policy.fraud?.selfReferral === 'refuse' &&
    ((partner: string) => selfReferral(event, partner, set) !== undefined);
  const attribution = attribute(event, known, set, policy, isOwn);
  const conversion = conversionOf(event, attribution, set, policy);
  const touch = winningTouch(attribution.receipt, known, set);
  flag(conversion, event, touch, set, policy);
  const payableAt = event.at + policy.holdDays * DAY_MS;
  const entry = entryOf(conversion, payableAt, policy.version);
  const answer = answerOf(attribution);
  answer.conversion = conversion.id;
  const parts: Parts = { touches, clicks, conversion };
  if (event.type === 'signup') parts.customer = customerOf(event, conversion, touch);
  else parts.order = orderOf(event, conversion, payableAt, set);
  if (entry) parts.entries = [entry];
  parts.deltas = [...deltas, deltaOf(event, attribution, set.timeZone)];
  if (parts.order && set.waiting) settle(parts, parts.order, set.waiting, set.timeZone);
  return outcomeOf(event, answer, now, parts);
}

/** In place: takes the refunds that came before their order into the outcome. */
function settle(parts: Parts, ordered: Order, waiting: readonly Refund[], timeZone: string): void {
  const { order, settled, entries, deltas } = settleRefunds(ordered, waiting, timeZone);
  parts.order = order;
  parts.settled = settled;
  parts.entries = [...(parts.entries ?? []), ...entries];
  parts.deltas = [...(parts.deltas ?? []), ...deltas];
}

function conversionOf(
  event: Signup | Purchase,
  { winner, reason, receipt }: Attribution,
  set: WorkingSet,
  policy: Policy,
): Conversion {
  const { uid: id, type, id: eventId, at, trust, visitor, customerId } = event;
  const status = winner ? 'credited' : reason ? 'refused' : 'direct';
  const conversion: Conversion = {
    id,
    type,
    event: eventId,
    at,
    trust,
    status,
    receipt,
  };
  if (reason) conversion.reason = reason;
  if (visitor) conversion.visitor = visitor;
  if (customerId) conversion.customerId = customerId;
  if (event.type === 'purchase') {
    conversion.orderId = event.orderId;
    conversion.amount = event.amount;
    if (event.discount) conversion.discount = event.discount;
  }
  if (winner) credit(conversion, event, winner, set, policy);
  return conversion;
}

/** In place: spreading a conversion costs more than deciding it. */
function credit(
  conversion: Conversion,
  event: Signup | Purchase,
  { partner, code }: { partner: string; code: string },
  set: WorkingSet,
  policy: Policy,
): void {
  const { money, earning } = commissionOf(saleOf(event, partner), set, policy);
  conversion.partner = partner;
  conversion.code = code;
  if (money) conversion.commission = money;
  conversion.receipt.earning = earning;
  if (event.type === 'purchase') recordOffer(conversion, set, policy);
}

/** In place. What nobody is credited with pays nobody, and is not looked at. */
function flag(
  conversion: Conversion,
  event: Signup | Purchase,
  touch: Touch | undefined,
  set: WorkingSet,
  policy: Policy,
): void {
  const { partner } = conversion;
  if (partner === undefined) return;
  const flags = flagsOf({ event, partner, touch }, set, policy);
  if (flags.length > 0) conversion.flags = flags;
}

function entryOf(conversion: Conversion, payableAt: number, policyVersion: number): LedgerEntry | undefined {
  const { id, partner, commission, at } = conversion;
  if (!partner || !commission) return undefined;
  const { currency, minor } = commission;
  const entry: LedgerEntry = {
    id: `${id}.1`,
    type: 'earning',
    partner,
    conversion: id,
    at,
    payableAt,
    currency,
    minor,
    policyVersion,
  };
  if (reviewStateOf(conversion) === 'open') entry.review = 'open';
  return entry;
}

function customerOf(
  { customerId, emailHash }: Signup,
  { id, at, partner, code }: Conversion,
  touch: Touch | undefined,
): Customer {
  const customer: Customer = { customerId, conversion: id, at };
  if (partner && code) {
    customer.partner = partner;
    customer.code = code;
  }
  if (emailHash) customer.emailHash = emailHash;
  if (!touch) return customer;
  const { landing: _, ...rest } = touch;
  customer.touch = rest;
  return customer;
}

function orderOf(
  { orderId, amount, trust, items }: Purchase,
  { id, partner, commission }: Conversion,
  payableAt: number,
  { customerOrders }: WorkingSet,
): Order {
  const earned = commission?.minor ?? 0;
  const order: Order = {
    orderId,
    conversion: id,
    amount,
    trust,
    refunded: 0,
    earned,
    clawedBack: 0,
    payableAt,
  };
  if (partner) order.partner = partner;
  if (items) order.items = items;
  if (customerOrders) order.customerOrders = customerOrders;
  return order;
}

function deltaOf(event: Signup | Purchase, { winner, reason }: Attribution, timeZone: string): Delta {
  const delta: Delta = {
    partner: winner?.partner ?? '',
    day: dayOf(event.at, timeZone),
    add: {},
  };
  delta.add[event.type === 'signup' ? 'signups' : 'purchases'] = 1;
  if (event.type === 'purchase') {
    delta.revenue = event.amount;
    if (event.discount) delta.discount = event.discount;
    delta.trust = event.trust;
  }
  if (reason) delta.refused = reason;
  return delta;
}
