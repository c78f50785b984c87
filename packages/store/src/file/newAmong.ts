import type { ExistingCustomer } from '@reftally/core';
import type { CustomersImport } from '../CustomersImport.js';
import { isKnownCustomer } from './isKnownCustomer.js';
import type { SiteState } from './SiteState.js';

/** Which of the customers of an import are news, each once, in its order. */
export function newAmong(
  site: SiteState,
  customers: CustomersImport['customers'],
  now: number,
): ExistingCustomer[] {
  const fresh = new Map<string, ExistingCustomer>();
  for (const { customerId, since } of customers) {
    if (fresh.has(customerId) || isKnownCustomer(site, customerId)) continue;
    const customer: ExistingCustomer = { customerId, importedAt: now };
    if (since !== undefined) customer.since = since;
    fresh.set(customerId, customer);
  }
  return [...fresh.values()];
}
