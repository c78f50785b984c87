import { codeKey, type TrackedEvent, type WorkingSet } from '@reftally/core';
import { priorOf } from './priorOf.js';
import type { SiteState } from './SiteState.js';

/** All that a site's state knows and that bears on one event. */
export function workingSetOf(site: SiteState, event: TrackedEvent): WorkingSet {
  const set: WorkingSet = {
    timeZone: site.site.timeZone,
    touches: (event.visitor !== undefined && site.visitors.get(event.visitor)) || [],
    codeOwner(code) {
      const link = site.links.get(codeKey(code));
      const owner = link && site.partners.get(link.partner)?.partner;
      return link && owner && { code: link.code, partner: owner.id, status: owner.status };
    },
    partnerStatus: (partner) => site.partners.get(partner)?.partner.status,
    recentClick: (code) => (event.client === undefined ? undefined : site.clicks.latest(code, event.client)),
  };
  const prior = priorOf(site, event);
  const customer =
    'customerId' in event && event.customerId ? site.customers.get(event.customerId) : undefined;
  const order = event.type === 'refund' ? site.orders.get(event.orderId) : undefined;
  if (prior) set.prior = prior;
  if (customer) set.customer = customer;
  if (order) set.order = order;
  return set;
}
