import type { Answer } from './Answer.js';
import type { Offer } from './Offer.js';
import { type OfferContext, offerOf } from './offerOf.js';
import type { Policy } from './Policy.js';
import type { TrackedEvent } from './TrackedEvent.js';

/**
 * The offer that goes with an answer: of the partner who is credited. Who has just bought is no new customer any more. It is not part of what is
 * stored: it follows from policy and terms, and may be another one next time.
 */
export function offerToTell(
  { partner }: Pick<Answer, 'partner'>,
  { type }: TrackedEvent,
  set: OfferContext,
  policy: Policy,
): Offer | undefined {
  if (partner === undefined || type === 'refund' || type === 'click') return undefined;
  return policy.newCustomersOnly && type === 'purchase' ? undefined : offerOf(partner, set, policy);
}
