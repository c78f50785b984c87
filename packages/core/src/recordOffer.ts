import type { Conversion } from './Conversion.js';
import { type OfferContext, offerOf } from './offerOf.js';
import type { Policy } from './Policy.js';

/**
 * In place: what offer held when a credited purchase was made, and whether it was used, by money off or by a coupon of the partner. Money that the
 * customer did not pay is no money that anybody is paid.
 */
export function recordOffer(conversion: Conversion, set: OfferContext, policy: Policy): void {
  const { partner, discount, receipt } = conversion;
  const offer = partner === undefined ? undefined : offerOf(partner, set, policy);
  if (!offer) return;
  const byCoupon = receipt.candidates.some(
    (candidate) => candidate.via === 'coupon' && candidate.partner === partner,
  );
  receipt.offer = { ...offer, used: byCoupon || discount !== undefined };
}
