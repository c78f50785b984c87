import { dayOf } from '../dayOf.js';
import type { Money } from '../Money.js';
import { addMonths } from './addMonths.js';
import type { CommissionRule, CustomerCap } from './CommissionRule.js';
import { countedIn } from './countedIn.js';
import type { Cut } from './Earning.js';
import type { Sale, SaleHistory } from './Sale.js';

/** What a rule pays before its caps, and what other rules have paid for the same order already; minor units of `currency`. */
export type Uncut = { minor: number; given: number; currency: string; month: string };

/** What the caps of a rule take away, in their order: per order, per customer (months, orders, money), per period. */
export function cutByCaps(rule: CommissionRule, uncut: Uncut, sale: Sale, set: SaleHistory): Cut[] {
  const cuts: Cut[] = [];
  let { minor } = uncut;
  for (const cap of capsOf(rule, uncut, sale, set)) {
    const { room, ...found } = cap;
    if (minor <= room) continue;
    cuts.push({ ...found, minor: minor - room });
    minor = room;
  }
  return cuts;
}

type Cap = Omit<Cut, 'minor'> & { room: number };

function* capsOf(rule: CommissionRule, uncut: Uncut, sale: Sale, set: SaleHistory): Generator<Cap> {
  const { currency, given, month } = uncut;
  const perOrder = limitOf(rule.capPerOrder, currency);
  if (perOrder !== undefined) yield { by: 'order', limit: perOrder, room: perOrder };
  if (rule.capPerCustomer) yield* customerCaps(rule.capPerCustomer, uncut, sale, set);
  const perPeriod = limitOf(rule.capPerPeriod?.money, currency);
  if (perPeriod === undefined || !rule.capPerPeriod) return;
  const { period } = rule.capPerPeriod;
  const used = given + countedIn(period, month, sale.partner, set, ({ earned }) => earned[currency]);
  yield { by: 'period', limit: perPeriod, used, period, room: roomIn(perPeriod, used) };
}

/** Each order without `customerId` is that of a customer of its own. */
function* customerCaps(
  cap: CustomerCap,
  { currency, given }: Uncut,
  sale: Sale,
  set: SaleHistory,
): Generator<Cap> {
  const tally = sale.customerId === undefined ? undefined : set.customerTally?.(sale.partner);
  if (cap.months !== undefined && tally && isPast(tally.since, cap.months, sale.at, set.timeZone))
    yield { by: 'customer-months', limit: cap.months, room: 0 };
  if (cap.orders !== undefined && tally && tally.paid >= cap.orders)
    yield { by: 'customer-orders', limit: cap.orders, used: tally.paid, room: 0 };
  const money = limitOf(cap.money, currency);
  const used = given + (tally?.earned[currency] ?? 0);
  if (money !== undefined) yield { by: 'customer-money', limit: money, used, room: roomIn(money, used) };
}

function limitOf(money: readonly Money[] | undefined, currency: string): number | undefined {
  return money?.find((limit) => limit.currency === currency)?.minor;
}

function roomIn(limit: number, used: number): number {
  return Math.max(0, limit - used);
}

function isPast(since: number, months: number, at: number, timeZone: string): boolean {
  return dayOf(at, timeZone) >= addMonths(dayOf(since, timeZone), months);
}
