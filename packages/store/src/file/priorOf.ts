import { answerOfConversion, type Forgotten, type TrackedEvent } from '@reftally/core';
import { leastMark } from './leastMark.js';
import type { Prior, SiteState } from './SiteState.js';

/** The answer given before to this event, or to the order, signup or refund that it tells of once more. */
export function priorOf(site: SiteState, event: TrackedEvent, forgotten?: Forgotten): Prior | undefined {
  const prior = priorOfEvent(site, event.id, forgotten);
  if (prior?.reason !== 'waiting') return prior ?? priorOfSubject(site, event);
  // A more trusted report may have taken its place since, and counts by now.
  return priorOfSubject(site, event) ?? prior;
}

function priorOfEvent(site: SiteState, id: string, forgotten?: Forgotten): Prior | undefined {
  const mark = site.eventIds.markOf(id);
  if (mark === 0) return undefined; // As of nearly all, and nothing else is looked up for them.
  const conversion = site.converted.get(id);
  if (conversion !== undefined) return priorOfConversion(site, conversion);
  return site.refundEvents.get(id) ?? (mark >= leastMark(forgotten) ? {} : undefined);
}

function priorOfSubject(site: SiteState, event: TrackedEvent): Prior | undefined {
  switch (event.type) {
    case 'purchase':
      return priorOfConversion(site, site.orders.get(event.orderId)?.conversion);
    case 'signup':
      return priorOfConversion(site, site.customers.get(event.customerId)?.conversion);
    case 'refund':
      return site.refunds.get(event.refundId);
    default:
      return undefined;
  }
}

function priorOfConversion(site: SiteState, id: string | undefined): Prior | undefined {
  const conversion = id === undefined ? undefined : site.conversions.get(id)?.conversion;
  if (!conversion) return undefined;
  const { status: _, ...prior } = answerOfConversion(conversion);
  return prior;
}
