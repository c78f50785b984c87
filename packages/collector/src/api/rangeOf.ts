import { dayOf } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

const DAY_MS = 86_400_000;

/** Whole days (`YYYY-MM-DD`), both ends included. */
export type Range = { from: string; to: string };

/** The days that a report covers: as asked, or the 30 days up to `to`, or up to today in the site's time zone. `now` in ms. */
export function rangeOf(
  asked: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
  now: number,
): Range {
  const today = dayOf(now, timeZone);
  const to = asked.to ?? (asked.from !== undefined && asked.from > today ? asked.from : today);
  const from = asked.from ?? daysBefore(to, 29);
  if (from <= to) return { from, to };
  throw new HttpError(400, 'invalid-request', `from: expected a day not after to (${to}), got ${from}`, {
    field: 'from',
  });
}

/** Counted in UTC, where every day has 24 hours. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
}
