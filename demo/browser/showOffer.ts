import type { Tracker } from './Tracker.js';

/**
 * Tells a referred visitor what they get off, once the collector has answered this page. This shop takes money off by coupon
 * only, so an offer without one is not shown.
 */
export async function showOffer(place: HTMLElement | null, tracker: Tracker | undefined): Promise<void> {
  if (!place || !tracker?.referral()) return;
  await tracker.flush();
  const offer = tracker.referral()?.offer;
  if (!offer?.coupon) return;
  place.textContent = `You were sent by a friend: ${offer.percent} % off with the code ${offer.coupon}.`;
  place.hidden = false;
}
