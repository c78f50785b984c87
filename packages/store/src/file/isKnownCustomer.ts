import type { SiteState } from './SiteState.js';

/** Imported before, or brought by a partner: whom a partner has brought stays its customer, however often the shop imports all it has. */
export function isKnownCustomer({ existing, customerStates }: SiteState, customerId: string): boolean {
  return existing.has(customerId) || (customerStates.get(customerId)?.partners.size ?? 0) > 0;
}
