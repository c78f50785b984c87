import { dayOf } from '@reftally/core';
import { startOfDay } from './startOfDay.js';

const DAY_MS = 86_400_000;

/** The first moment (ms) after a day (`YYYY-MM-DD`) in a time zone. */
export function startOfNextDay(day: string, timeZone: string): number {
  // A day has 23 to 25 hours, and a zone that has crossed the date line has left one out.
  const later = startOfDay(day, timeZone) + 1.5 * DAY_MS;
  return startOfDay(dayOf(later, timeZone), timeZone);
}
