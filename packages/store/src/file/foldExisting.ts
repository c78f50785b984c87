import type { ExistingCustomer } from '@reftally/core';
import { insertSorted } from './insertSorted.js';
import { placeOf } from './placeOf.js';
import type { SiteState } from './SiteState.js';

/** Adds a customer whom the shop had before to its site. */
export function foldExisting(site: SiteState, customer: ExistingCustomer): void {
  if (site.existing.has(customer.customerId)) return;
  site.existing.set(customer.customerId, customer);
  insertSorted(site.existingOrder, customer, placeOf.existing);
}
