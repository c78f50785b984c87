import { reviewStateOf } from '@reftally/core';
import { keyOf } from './keyOf.js';
import type { PartialSite } from './PartialSite.js';
import type { Rows } from './Rows.js';
import type { SiteChanges } from './SiteChanges.js';
import { writeSql } from './writeSql.js';

/** Adds the rows that say what a site has become; those that another transaction may make, too, in the order of their keys. */
export function addSiteRows(rows: Rows, partial: PartialSite, changes: SiteChanges): void {
  const site = partial.state.site.id;
  for (const [id, event] of changes.events) rows.add(writeSql.events, { site, id, ...event });
  for (const [id, at] of changes.renewed)
    rows.add(writeSql.renewEvents, { site, id, at, was: partial.events.get(id) });
  addVisitors(rows, partial, changes);
  addClicks(rows, partial, changes);
  addOrders(rows, partial, changes);
  addRefunds(rows, partial, changes);
  addConversions(rows, partial, changes);
  addCustomers(rows, partial, changes);
  addTallies(rows, partial, changes);
}

function addVisitors(rows: Rows, { state, visitors }: PartialSite, changes: SiteChanges): void {
  for (const id of [...changes.visitors].sort()) {
    const touches = state.visitors.get(id) ?? [];
    const latest = touches.at(-1)?.at ?? 0;
    const was = visitors.get(id);
    const row = { site: state.site.id, id, latest, touches: JSON.stringify(touches), was };
    rows.add(was === undefined ? writeSql.newVisitors : writeSql.setVisitors, row);
  }
}

function addClicks(rows: Rows, { state, clicks }: PartialSite, changes: SiteChanges): void {
  for (const [key, { client, code }] of [...changes.clicks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const click = state.clicks.latest(code, client);
    if (!click) continue;
    const was = clicks.get(key);
    const { decided } = changes;
    const row = { site: state.site.id, client, code, decided, body: JSON.stringify(click), was };
    rows.add(was === undefined ? writeSql.newClicks : writeSql.setClicks, row);
  }
}

function addOrders(rows: Rows, { state }: PartialSite, changes: SiteChanges): void {
  for (const id of changes.orders) {
    const order = state.orders.get(id);
    if (!order) continue;
    const { conversion } = order;
    const customer = state.conversions.get(conversion)?.conversion.customerId;
    rows.add(writeSql.orders, { site: state.site.id, id, conversion, customer, body: JSON.stringify(order) });
  }
}

function addRefunds(rows: Rows, partial: PartialSite, changes: SiteChanges): void {
  const { state, refunds, refundEvents } = partial;
  const site = state.site.id;
  const arrival = new Map([...state.waiting].map(({ refundId }, nth) => [refundId, nth]));
  for (const id of [...changes.refunds].sort()) {
    const prior = state.refunds.get(id);
    const event = refundEvents.get(id);
    const { orderId: order_id, at, uid } = event ?? {};
    const isWaiting = state.waiting.get(id) !== undefined;
    const waiting = isWaiting ? JSON.stringify(event) : undefined;
    const nth = arrival.get(id) ?? 0;
    const row = { site, id, order_id, at, uid, prior: JSON.stringify(prior), waiting, nth };
    const isKnown = refunds.has(id);
    if (isKnown && (isWaiting || !prior)) rows.add(writeSql.dropRefunds, { site, id });
    if (prior) rows.add(isKnown && !isWaiting ? writeSql.setRefunds : writeSql.newRefunds, row);
  }
}

function addConversions(rows: Rows, { state, conversions }: PartialSite, changes: SiteChanges): void {
  const site = state.site.id;
  for (const id of changes.conversions) {
    const stored = state.conversions.get(id);
    if (!stored) continue;
    const { conversion, refunded, clawedBack: clawed_back } = stored;
    const { at, partner, receipt } = conversion;
    const review = reviewStateOf(conversion);
    const row = { site, id, at, partner, review, refunded, clawed_back, body: JSON.stringify(conversion) };
    rows.add(conversions.has(id) ? writeSql.setConversions : writeSql.newConversions, row);
    if (conversions.has(id)) continue;
    const partners = new Set(receipt.candidates.map((candidate) => candidate.partner));
    for (const partner of partners)
      if (partner !== undefined) rows.add(writeSql.candidates, { site, partner, at, conversion: id });
  }
}

/** Who signed up, and who is the customer of a conversion that has changed. */
function addCustomers(rows: Rows, partial: PartialSite, changes: SiteChanges): void {
  const { state, customers } = partial;
  const ids = new Set(changes.signups);
  for (const id of changes.conversions) {
    const customerId = state.conversions.get(id)?.conversion.customerId;
    if (customerId !== undefined) ids.add(customerId);
  }
  for (const id of [...ids].sort()) {
    const customer = state.customers.get(id);
    const body = customer ? JSON.stringify(customer) : null;
    const orders = state.customerStates.get(id)?.orders ?? 0;
    const row = { site: state.site.id, id, conversion: customer?.conversion, orders, body };
    const known = customers.get(id);
    if (known !== `${orders}${body}`)
      rows.add(known === undefined ? writeSql.newCustomers : writeSql.setCustomers, row);
    addCustomerTallies(rows, partial, id);
  }
}

function addCustomerTallies(rows: Rows, { state, customerTallies }: PartialSite, customer: string): void {
  for (const [partner, tally] of state.customerStates.get(customer)?.partners ?? []) {
    const body = JSON.stringify(tally);
    if (customerTallies.get(keyOf(customer, partner)) === body) continue;
    rows.add(writeSql.customerTallies, { site: state.site.id, customer, partner, body });
  }
}

function addTallies(rows: Rows, { state, tallies }: PartialSite, { conversions }: SiteChanges): void {
  const partners = new Set<string>();
  for (const id of conversions) partners.add(state.conversions.get(id)?.conversion.partner ?? '');
  for (const partner of partners) {
    for (const [period, tally] of state.partners.get(partner)?.tallies ?? []) {
      const body = JSON.stringify(tally);
      if (tallies.get(keyOf(partner, period)) === body) continue;
      rows.add(writeSql.tallies, { site: state.site.id, partner, period, body });
    }
  }
}
