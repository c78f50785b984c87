import { codeKey, type TrackedEvent } from '@reftally/core';
import type { Call } from './Call.js';
import { KeySet } from './KeySet.js';
import { keyOf } from './keyOf.js';
import type { SiteKey } from './SiteKey.js';
import { siteKeys } from './siteKeys.js';

/** All that the events of a group name. */
export class EventKeys {
  readonly sites = siteKeys();
  readonly events = new KeySet<SiteKey & { at: number }>(({ id }) => id);
  readonly orders = siteKeys();
  readonly customers = siteKeys();
  readonly refunds = siteKeys();
  readonly visitors = siteKeys();
  /** Visitors on whose visits a signup or a purchase depends. */
  readonly buyers = siteKeys();
  readonly clicks = new KeySet<{ site: string; client: string; code: string }>(({ client, code }) =>
    keyOf(client, code),
  );

  constructor(calls: readonly Call[]) {
    for (const { site, events, now } of calls) {
      this.sites.add({ site, id: site });
      for (const event of events) this.#add(event, now);
    }
  }

  #add(event: TrackedEvent, now: number): void {
    const { site, id, visitor, client, touches } = event;
    this.events.add({ site, id, at: now });
    if (visitor !== undefined) this.visitors.add({ site, id: visitor });
    if (client !== undefined)
      for (const { code } of touches) this.clicks.add({ site, client, code: codeKey(code) });
    if (event.type === 'purchase' || event.type === 'refund') this.orders.add({ site, id: event.orderId });
    if (event.type === 'refund') this.refunds.add({ site, id: event.refundId });
    if (event.type !== 'purchase' && event.type !== 'signup') return;
    if (visitor !== undefined) this.buyers.add({ site, id: visitor });
    if (event.customerId !== undefined) this.customers.add({ site, id: event.customerId });
  }
}
