import type { TrackedEvent } from '@reftally/core';
import { DAY } from '../../../../test/contract/samples.js';

const WEEK = 7 * DAY;

/** As a browser would send an event once more: its age is known, but it counts as a week old at most. */
export function sentAgain<Event extends TrackedEvent>(
  { stated: _, ...event }: Event,
  first: number,
  now: number,
): Event {
  const at = Math.max(first, now - WEEK);
  return { ...event, at, ...(first < at && { stated: first }) } as Event;
}
