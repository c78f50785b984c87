import { type AskedRange, type Range, rangeOf } from './rangeOf.js';

/** A report without beginning begins here. */
const EPOCH = '1970-01-01';

/** The days that are asked for, of a report that is about all days unless it is asked for less. `now` in ms. */
export function rangeWithin(asked: AskedRange, timeZone: string, now: number): Partial<Range> {
  if (!asked.from && !asked.to && !asked.tz) return {};
  return rangeOf({ ...asked, from: asked.from ?? EPOCH }, timeZone, now);
}
