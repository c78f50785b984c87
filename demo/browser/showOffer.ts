import type { Tracker } from './Tracker.js';

const A_MOMENT_MS = 200;
const MOMENTS = 50;

/**
 * Tells a referred visitor what they get off, once the collector has answered this page. This shop takes money off by coupon
 * only, so an offer without one is not shown.
 */
export async function showOffer(place: HTMLElement | null, tracker: Tracker | undefined): Promise<void> {
  if (!place || !tracker?.referral()) return;
  await partnerOf(tracker);
  const offer = tracker.referral()?.offer;
  if (!offer?.coupon) return;
  place.textContent = `You were sent by a friend: ${offer.percent} % off with the code ${offer.coupon}.`;
  place.hidden = false;
}

/** Waits until the collector has said who brought this visitor, at most ten seconds. `flush` alone is no answer: the tracker may be asking already. */
async function partnerOf(tracker: Tracker): Promise<void> {
  for (let moment = 0; moment < MOMENTS && !tracker.referral()?.partner; moment++) {
    await tracker.flush();
    await new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS));
  }
}
