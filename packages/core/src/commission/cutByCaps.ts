import { dayOf } from '../dayOf.js';
import type { Money } from '../Money.js';
import { addMonths } from './addMonths.js';
import type { CommissionRule, CustomerCap, PeriodCap } from './CommissionRule.js';
import { countedIn } from './countedIn.js';
import type { Cut } from './Earning.js';
import type { Sale, SaleHistory } from './Sale.js';

/** What a rule pays before its caps, and what other rules have paid for the same order already; minor units of `currency`. */
export type Uncut = { minor: number; given: number; currency: string; month: string };

const DAY_MS = 86_400_000;

type Cap = Omit<Cut, 'minor'> & { room: number };

/** What the caps of a rule take away, in their order: per order, per customer (months, orders, money), per period. */
export function cutByCaps(rule: CommissionRule, uncut: Uncut, sale: Sale, set: SaleHistory): Cut[] {
  const cuts: Cut[] = [];
  let { minor } = uncut;
  for (const cap of capsOf(rule, uncut, sale, set)) {
    if (minor <= cap.room) continue;
    const { room, ...found } = cap;
    cuts.push({ ...found, minor: minor - room });
    minor = room;
  }
  return cuts;
}

function capsOf(rule: CommissionRule, uncut: Uncut, sale: Sale, set: SaleHistory): Cap[] {
  const { capPerCustomer, capPerPeriod } = rule;
  const caps: Cap[] = [];
  const perOrder = limitOf(rule.capPerOrder, uncut.currency);
  if (perOrder !== undefined) caps.push({ by: 'order', limit: perOrder, room: perOrder });
  if (capPerCustomer) addCustomerCaps(caps, capPerCustomer, uncut, sale, set);
  if (capPerPeriod) addPeriodCap(caps, capPerPeriod, uncut, sale, set);
  return caps;
}

/** In place. Each order without `customerId` is that of a customer of its own. */
function addCustomerCaps(
  caps: Cap[],
  cap: CustomerCap,
  { currency, given }: Uncut,
  sale: Sale,
  set: SaleHistory,
): void {
  const tally = sale.customerId === undefined ? undefined : set.customerTally?.(sale.partner);
  if (cap.months !== undefined && tally && isPast(tally.since, cap.months, sale.at, set.timeZone))
    caps.push({ by: 'customer-months', limit: cap.months, room: 0 });
  if (cap.orders !== undefined && tally && tally.paid >= cap.orders)
    caps.push({ by: 'customer-orders', limit: cap.orders, used: tally.paid, room: 0 });
  const limit = limitOf(cap.money, currency);
  const used = given + (tally?.earned[currency] ?? 0);
  if (limit !== undefined) caps.push({ by: 'customer-money', limit, used, room: roomIn(limit, used) });
}

/** In place. */
function addPeriodCap(
  caps: Cap[],
  { money, period }: PeriodCap,
  { currency, given, month }: Uncut,
  sale: Sale,
  set: SaleHistory,
): void {
  const limit = limitOf(money, currency);
  if (limit === undefined) return;
  const used = given + countedIn(period, month, sale.partner, set, ({ earned }) => earned[currency]);
  caps.push({ by: 'period', limit, used, period, room: roomIn(limit, used) });
}

function limitOf(money: readonly Money[] | undefined, currency: string): number | undefined {
  return money?.find((limit) => limit.currency === currency)?.minor;
}

function roomIn(limit: number, used: number): number {
  return Math.max(0, limit - used);
}

/** Whether so many calendar months are over. Most customers are well within them, and no month is shorter than 28 days. */
function isPast(since: number, months: number, at: number, timeZone: string): boolean {
  if (at - since < (28 * months - 2) * DAY_MS) return false;
  return dayOf(at, timeZone) >= addMonths(dayOf(since, timeZone), months);
}
