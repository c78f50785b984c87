import type { Purchase, Signup } from '../TrackedEvent.js';
import type { WorkingSet } from '../WorkingSet.js';

/** By what the customer of a conversion is known to be the partner itself, in plain words; undefined when nothing says so. */
export function selfReferral(
  event: Signup | Purchase,
  partner: string,
  set: Pick<WorkingSet, 'customer' | 'partnerIdentity'>,
): string | undefined {
  const identity = set.partnerIdentity?.(partner);
  if (!identity) return undefined;
  const { customerId, client } = event;
  if (customerId !== undefined && customerId === identity.customerId)
    return 'the partner is this customer, by the shop’s own id';
  const emailHash = event.type === 'signup' ? event.emailHash : set.customer?.emailHash;
  if (emailHash !== undefined && identity.emailHashes.includes(emailHash.toLowerCase()))
    return 'the customer’s e-mail address is the partner’s own';
  if (client !== undefined && identity.clients.has(client))
    return 'it came from the address and browser in which the partner had its stats page open that day';
  return undefined;
}
