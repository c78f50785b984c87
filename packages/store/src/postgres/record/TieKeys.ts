import { codeKey, type TrackedEvent } from '@reftally/core';
import type { SiteState } from '../../file/SiteState.js';
import { KeySet } from './KeySet.js';
import { siteKeys } from './siteKeys.js';

/** What ties events to partners: codes, and what their orders, customers and earlier reports have become. */
export class TieKeys {
  readonly codes = new KeySet<{ site: string; code: string }>(({ code }) => code);
  readonly conversions = siteKeys();
  readonly partners = siteKeys();

  /** Of an event, once all that it names has been loaded. */
  add(event: TrackedEvent, state: SiteState): void {
    const { site } = event;
    this.#addCodes(event, state);
    this.#addConversion(site, state.converted.get(event.id));
    this.#addPartner(site, state.refundEvents.get(event.id)?.partner);
    if (event.type === 'purchase' || event.type === 'refund')
      this.#addConversion(site, state.orders.get(event.orderId)?.conversion);
    if (event.type === 'refund') this.#addPartner(site, state.refunds.get(event.refundId)?.partner);
    if (event.type !== 'purchase' && event.type !== 'signup') return;
    const customer = event.customerId === undefined ? undefined : state.customers.get(event.customerId);
    this.#addPartner(site, customer?.partner);
    if (event.type === 'signup') this.#addConversion(site, customer?.conversion);
  }

  /** Those that the visitor has brought earlier; what the event itself names is there already, if it is known. */
  #addCodes({ site, visitor }: TrackedEvent, { visitors, links }: SiteState): void {
    for (const { code } of (visitor !== undefined && visitors.get(visitor)) || []) {
      const key = codeKey(code);
      if (!links.has(key)) this.codes.add({ site, code: key });
    }
  }

  #addConversion(site: string, id: string | undefined): void {
    if (id !== undefined) this.conversions.add({ site, id });
  }

  #addPartner(site: string, id: string | undefined): void {
    if (id !== undefined) this.partners.add({ site, id });
  }
}
