import { codeKey, type TrackedEvent } from '@reftally/core';
import { canLeave } from '../../file/canLeave.js';
import type { Call } from './Call.js';
import { FOREVER } from './FOREVER.js';
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
  /** All but buyers. */
  readonly visitors = siteKeys();
  /** Visitors on whose visits a signup or a purchase depends. */
  readonly buyers = siteKeys();
  readonly clicks = new KeySet<{ site: string; client: string; code: string }>(({ client, code }) =>
    keyOf(client, code),
  );
  /** As codes are compared. */
  readonly codes = new KeySet<{ site: string; code: string }>(({ code }) => code);

  constructor(calls: readonly Call[]) {
    for (const { site, events, now } of calls) {
      this.sites.add({ site, id: site });
      for (const event of events) this.#add(event, now);
    }
    for (const buyer of this.buyers.rows()) this.visitors.delete(buyer);
  }

  #add(event: TrackedEvent, now: number): void {
    const { site, id, visitor, client, touches } = event;
    this.events.add({ site, id, at: canLeave(event) ? now : FOREVER });
    if (visitor !== undefined) this.visitors.add({ site, id: visitor });
    for (const { code } of touches) this.#addCode(site, codeKey(code), client);
    if (event.type === 'click') this.codes.add({ site, code: codeKey(event.code) });
    if ('coupon' in event && event.coupon !== undefined)
      this.codes.add({ site, code: codeKey(event.coupon) });
    if (event.type === 'purchase' || event.type === 'refund') this.orders.add({ site, id: event.orderId });
    if (event.type === 'refund') this.refunds.add({ site, id: event.refundId });
    if (event.type !== 'purchase' && event.type !== 'signup') return;
    if (visitor !== undefined) this.buyers.add({ site, id: visitor });
    if (event.customerId !== undefined) this.customers.add({ site, id: event.customerId });
  }

  #addCode(site: string, code: string, client: string | undefined): void {
    this.codes.add({ site, code });
    if (client !== undefined) this.clicks.add({ site, client, code });
  }
}
