import { createHash } from 'node:crypto';
import { normaliseEmail, type Partner } from '@reftally/core';
import type { PartnerState } from './PartnerState.js';

/** By what a partner is recognised as a customer: made of what it is now, with the clients in which it has been seen. */
export function identityOf(
  { email, customerId }: Partner,
  clients: PartnerState['identity']['clients'],
): PartnerState['identity'] {
  const spellings = email === undefined ? [] : [normaliseEmail(email), email.trim().toLowerCase()];
  const emailHashes = [...new Set(spellings)].flatMap((address) => (address ? [sha256(address)] : []));
  return { emailHashes, clients, ...(customerId !== undefined && { customerId }) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
