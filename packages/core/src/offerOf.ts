import type { Offer } from './Offer.js';
import type { Policy } from './Policy.js';
import type { WorkingSet } from './WorkingSet.js';

/** What tells which offer holds. */
export type OfferContext = Pick<WorkingSet, 'partnerStatus' | 'partnerTerms' | 'customerOrders'>;

/**
 * What the customers of a partner get off now: the partner's own offer, or else the site's. Undefined when there is none, when the partner is not
 * active, and for who has ordered before where only new customers count.
 */
export function offerOf(partner: string, set: OfferContext, policy: Policy): Offer | undefined {
  const terms = set.partnerTerms?.(partner);
  const percent = terms?.discount ?? policy.discount;
  if (percent === undefined || Number(percent) === 0) return undefined;
  if (set.partnerStatus(partner) !== 'active') return undefined;
  if (policy.newCustomersOnly && (set.customerOrders ?? 0) > 0) return undefined;
  return terms?.coupon === undefined ? { percent } : { percent, coupon: terms.coupon };
}
