import {
  type Answer,
  addTouches,
  type Delta,
  type Outcome,
  type Reason,
  type SettledRefund,
} from '@reftally/core';
import { addDaily } from './addDaily.js';
import { canLeave } from './canLeave.js';
import { foldConversion } from './foldConversion.js';
import { foldEntry } from './foldEntry.js';
import { foldOrder } from './foldOrder.js';
import { idMark } from './idMark.js';
import { KEPT } from './KEPT.js';
import type { Prior, SiteState } from './SiteState.js';

/** Applies what one event has changed to its site. */
export function foldOutcome(site: SiteState, outcome: Outcome): void {
  const { event, touches, clicks, conversion, customer, order, settled, entries, deltas } = outcome;
  foldIdentity(site, outcome);
  if (touches && event.visitor) {
    site.visitors.set(event.visitor, addTouches(site.visitors.get(event.visitor) ?? [], touches));
  }
  for (const click of clicks ?? []) site.clicks.add(click, outcome.decidedAt);
  if (conversion) foldConversion(site, { conversion, refunded: 0, clawedBack: 0 });
  for (const refund of settled ?? []) foldSettled(site, refund);
  if (customer) site.customers.set(customer.customerId, customer);
  if (order) foldOrder(site, order);
  for (const entry of entries ?? []) foldEntry(site, entry);
  for (const delta of deltas ?? []) foldDelta(site, delta);
}

/** Remembers the event, so that it is a duplicate from now on. */
function foldIdentity(site: SiteState, outcome: Outcome): void {
  const { event, conversion, answer, refundId, waits, decidedAt } = outcome;
  if (conversion) return; // Known by its conversion.
  if (event.type !== 'refund' && event.type !== 'purchase') {
    site.eventIds.add(event.id, canLeave(event) ? idMark(decidedAt) : KEPT);
    return;
  }
  const prior = priorIn(answer);
  site.eventIds.add(event.id, KEPT);
  site.refundEvents.set(event.id, prior);
  if (event.type === 'purchase') return;
  if (refundId === undefined) return;
  site.refunds.set(refundId, prior);
  if (waits) site.waiting.add(event);
  else site.waiting.drop(refundId);
}

/** The refund id of one that was refused in the end is free again, as that of any refused refund. */
function foldSettled(site: SiteState, { event, refundId, answer }: SettledRefund): void {
  const prior = priorIn(answer);
  site.waiting.drop(refundId);
  site.refundEvents.set(event, prior);
  if (answer.status === 'accepted') site.refunds.set(refundId, prior);
  else site.refunds.delete(refundId);
}

function priorIn({ status: _, ...prior }: Answer): Prior {
  return prior;
}

function foldDelta(site: SiteState, delta: Delta): void {
  const partner = site.partners.get(delta.partner);
  const totals = delta.partner === '' ? site.direct : partner?.totals;
  if (totals) addDaily(totals, delta);
  const { clicks = 0, uncounted = 0, visitors = 0 } = delta.add;
  if (delta.hour !== undefined) partner?.arrivals.add(delta.hour, { raw: clicks + uncounted, visitors });
  if (delta.refused) countRefusal(site, delta.day, delta.refused);
}

function countRefusal(site: SiteState, day: string, reason: Reason): void {
  const reasons = site.refused.get(day) ?? new Map<Reason, number>();
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  site.refused.set(day, reasons);
}
