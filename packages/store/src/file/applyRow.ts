import { addCounts, type Counts, emptyCounts } from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import { foldConversion } from './foldConversion.js';
import { foldEntry } from './foldEntry.js';
import { foldExisting } from './foldExisting.js';
import { foldLink } from './foldLink.js';
import { foldPartner } from './foldPartner.js';
import { foldPayout } from './foldPayout.js';
import { foldSite } from './foldSite.js';
import { foldTally } from './foldTally.js';
import { foldToken } from './foldToken.js';
import { KEPT } from './KEPT.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import type { StateRow } from './StateRow.js';
import { siteIn } from './siteIn.js';
import { trustedOf } from './trustedOf.js';

/** Puts a row of db.json back into a state. */
export function applyRow(state: State, row: StateRow): void {
  if ('of' in row) applySiteRow(siteIn(state, row.of), row);
  else if ('site' in row) foldSite(state, row.site);
  else if ('partner' in row) foldPartner(state, row.partner);
  else if ('link' in row) foldLink(state, row.link);
  else foldToken(state, row.token);
}

function applySiteRow(site: SiteState, row: Extract<StateRow, { of: string }>): void {
  if ('ids' in row) site.eventIds.restore(row.ids);
  else if ('eventIds' in row) for (const id of row.eventIds) site.eventIds.add(id, KEPT);
  else if ('forgotten' in row) site.forgotten = row.forgotten;
  else if ('visitors' in row) for (const [id, touches] of row.visitors) site.visitors.set(id, touches);
  else if ('customers' in row) for (const item of row.customers) site.customers.set(item.customerId, item);
  else if ('existing' in row) for (const item of row.existing) foldExisting(site, item);
  else if ('orders' in row) for (const item of row.orders) site.orders.set(item.orderId, item);
  else if ('refundEvents' in row)
    for (const [id, prior] of row.refundEvents) {
      site.eventIds.add(id, KEPT); // Not in a file of before.
      site.refundEvents.set(id, prior);
    }
  else if ('refunds' in row) for (const [id, prior] of row.refunds) site.refunds.set(id, prior);
  else if ('waiting' in row) for (const refund of row.waiting) site.waiting.add(refund);
  else if ('clicks' in row) site.clicks.restore(row.since, row.generation, row.clicks);
  else if ('conversions' in row) restoreConversions(site, row.conversions);
  else if ('entries' in row) for (const entry of row.entries) foldEntry(site, entry);
  else if ('payouts' in row) for (const payout of row.payouts) foldPayout(site, payout);
  else if ('arrivals' in row)
    for (const [id, hour, raw, visitors] of row.arrivals)
      site.partners.get(id)?.arrivals.add(hour, { raw, visitors });
  else if ('seenIn' in row)
    for (const [id, client, at] of row.seenIn) site.partners.get(id)?.identity.clients.add(client, at);
  else if ('totals' in row) restoreTotals(site, row);
  else if ('refused' in row)
    for (const [day, reasons] of row.refused) site.refused.set(day, new Map(reasons));
  else throw new Error('a newer version of Reftally has written it');
}

/** The orders are there by now. */
function restoreConversions(site: SiteState, conversions: StoredConversion[]): void {
  for (const stored of conversions) {
    foldConversion(site, stored);
    const { orderId } = stored.conversion;
    const order = orderId === undefined ? undefined : site.orders.get(orderId);
    if (order) foldTally.order(site, undefined, order);
  }
}

function restoreTotals(site: SiteState, row: Extract<StateRow, { partnerId: string }>): void {
  const whole = row.partnerId === '' ? site.direct : site.partners.get(row.partnerId)?.totals;
  if (!whole) return;
  const totals = row.trust ? trustedOf(whole, row.trust) : whole;
  for (const [day, partial] of row.totals) {
    const counts: Counts = { ...emptyCounts(), ...partial };
    totals.days.set(day, counts);
    const month = totals.months.get(day.slice(0, 7)) ?? emptyCounts();
    addCounts(month, counts);
    totals.months.set(day.slice(0, 7), month);
  }
}
