import { referral } from '../../index.js';
import { toClientReference } from './toClientReference.js';

/**
 * Adds the visitor's code to a payment link as `client_reference_id`. The address comes back as it was without a code, when
 * it has such a parameter, and when it is none. The query is appended to as text, so that nothing else in it changes.
 */
export const decoratePaymentLink = (address: string): string => {
  try {
    const reference = toClientReference(referral()?.code || '');
    const url = new URL(address);
    if (!reference || url.searchParams.has('client_reference_id')) return address;
    url.search += `${url.search && '&'}client_reference_id=${reference}`;
    return url.href;
  } catch {
    return address;
  }
};
