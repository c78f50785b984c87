import { dayOf } from '@reftally/core';

const DAY_MS = 86_400_000;

/** The first moment (ms) of a day (`YYYY-MM-DD`) in a time zone, whatever its clocks do on that day. */
export function startOfDay(day: string, timeZone: string): number {
  const noon = Date.parse(`${day.slice(0, 7)}-01T12:00:00Z`) + (Number(day.slice(8)) - 1) * DAY_MS;
  let [before, from] = [noon - 2 * DAY_MS, noon + 2 * DAY_MS];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(middle, timeZone) >= day) from = middle;
    else before = middle;
  }
  return from;
}
