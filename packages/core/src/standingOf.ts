import type { Policy } from './Policy.js';
import type { Standing } from './Standing.js';
import type { WorkingSet } from './WorkingSet.js';

/** What tells whether a customer is new. */
export type CustomerHistory = Pick<WorkingSet, 'customer' | 'existing' | 'customerOrders'>;

/**
 * What the customer of an event is to the shop, for a tie to `partner`; undefined when nobody asks: the customer was not imported, and the policy
 * pays for whoever comes. Whom a partner has brought by a signup stays that partner's customer, whatever comes later.
 */
export function standingOf(
  customerId: string | undefined,
  partner: string | undefined,
  { customer, existing, customerOrders = 0 }: CustomerHistory,
  { newCustomersOnly }: Policy,
): Standing | undefined {
  if (!existing && !newCustomersOnly) return undefined;
  if (customer?.partner !== undefined && customer.partner === partner) return 'bound';
  if (existing) return 'imported';
  if (customerId === undefined) return 'unknown';
  if (customerOrders > 0) return 'ordered';
  return customer?.partner === undefined ? 'new' : 'taken';
}
