import type { CustomerTally, LedgerEntry, Order, Tally } from '@reftally/core';
import { dayOf } from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { CustomerState, SiteState } from './SiteState.js';

type Conversion = StoredConversion['conversion'];

/**
 * Keeps what commission rules look up, by key: what each partner and each customer has brought. All of it follows from conversions, orders
 * and ledger entries, so it is not stored: it is counted again on start, for old data too.
 */
export const foldTally = { conversion: tallyConversion, order: tallyOrder, entry: tallyEntry };

/** A customer's time with a partner begins with the earliest credited conversion. */
function tallyConversion(site: SiteState, { partner, customerId, at }: Conversion): void {
  if (partner === undefined) return;
  site.partners.get(partner)?.credited.add(at);
  if (customerId === undefined) return;
  const tally = customerTally(site, customerId, partner, at);
  tally.since = Math.min(tally.since, at);
}

/** What an order has become, less what it was before. */
function tallyOrder(site: SiteState, before: Order | undefined, order: Order): void {
  const conversion = site.conversions.get(order.conversion)?.conversion;
  if (!conversion) return;
  const stands = Number(isStanding(order)) - Number(before !== undefined && isStanding(before));
  const counts = Number(isCounted(order)) - Number(before !== undefined && isCounted(before));
  const { partner, customerId } = conversion;
  if (customerId !== undefined && stands !== 0) customerState(site, customerId).orders += stands;
  if (partner === undefined) return;
  for (const tally of partnerTallies(site, partner, conversion)) {
    tally.purchases += counts;
    add(tally.revenue, order.amount.currency, countedOf(order));
    if (before) add(tally.revenue, before.amount.currency, -countedOf(before));
  }
  if (customerId === undefined) return;
  const paid = Number(isPaid(order)) - Number(before !== undefined && isPaid(before));
  customerTally(site, customerId, partner, conversion.at).paid += paid;
}

/** Earnings and what was taken back of them count in the month of the sale; what has no conversion is no commission. */
function tallyEntry(site: SiteState, { partner, conversion: id, currency, minor }: LedgerEntry): void {
  const conversion = id === undefined ? undefined : site.conversions.get(id)?.conversion;
  if (conversion?.partner !== partner) return;
  for (const tally of partnerTallies(site, partner, conversion)) add(tally.earned, currency, minor);
  const { customerId, at } = conversion;
  if (customerId !== undefined) add(customerTally(site, customerId, partner, at).earned, currency, minor);
}

function keptOf({ amount, refunded }: Order): number {
  return amount.minor - refunded;
}

/** An order for nothing stands, too, until it is refunded. */
function isStanding(order: Order): boolean {
  return order.refunded === 0 || keptOf(order) > 0;
}

/** What is rejected brings its partner no further; that the customer has ordered stays true. */
function isCounted(order: Order): boolean {
  return !order.rejected && isStanding(order);
}

function countedOf(order: Order): number {
  return order.rejected ? 0 : keptOf(order);
}

function isPaid(order: Order): boolean {
  return isCounted(order) && order.earned > 0;
}

function add(sums: Record<string, number>, currency: string, minor: number): void {
  sums[currency] = (sums[currency] ?? 0) + minor;
}

function partnerTallies(site: SiteState, partner: string, conversion: Conversion): Tally[] {
  const state = site.partners.get(partner);
  if (!state) return [];
  const month = conversion.receipt.earning?.month ?? dayOf(conversion.at, site.site.timeZone).slice(0, 7);
  return [month, 'ever'].map((period) => {
    const tally = state.tallies.get(period) ?? { purchases: 0, revenue: {}, earned: {} };
    state.tallies.set(period, tally);
    return tally;
  });
}

function customerState(site: SiteState, customerId: string): CustomerState {
  const state = site.customerStates.get(customerId) ?? { orders: 0, partners: new Map() };
  site.customerStates.set(customerId, state);
  return state;
}

function customerTally(site: SiteState, customerId: string, partner: string, at: number): CustomerTally {
  const { partners } = customerState(site, customerId);
  const tally = partners.get(partner) ?? { since: at, paid: 0, earned: {} };
  partners.set(partner, tally);
  return tally;
}
