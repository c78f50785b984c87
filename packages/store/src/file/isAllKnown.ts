import type { Forgotten, Outcome } from '@reftally/core';

const DAY_MS = 86_400_000;

/**
 * Whether a history that knows of all visits since `since` (ms) knows of every one that an outcome was decided by, and of all within `windowDays` and a
 * day before its event: clicks and clients bear on a sale for a day, however short the window. `forgotten`: what it did not see itself.
 */
export function isAllKnown(
  { event, conversion }: Outcome,
  since: number,
  windowDays: number,
  forgotten: Forgotten | undefined,
): boolean {
  if (forgotten && forgotten.touches >= since) return true;
  if (!conversion) return event.type === 'refund' || event.type === 'purchase' || event.type === 'signup';
  if (event.at - (windowDays + 1) * DAY_MS < since) return false;
  const isThere = (at: number) => at >= since || event.touches.some((touch) => touch.at === at);
  return conversion.receipt.candidates.every(({ via, at }) => via !== 'touch' || isThere(at));
}
