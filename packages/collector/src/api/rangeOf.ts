import { dayOf } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

const DAY_MS = 86_400_000;

/** Whole days (`YYYY-MM-DD`), both ends included. */
export type Range = { from: string; to: string };

/** As asked for: days or times, and the time zone if one was named. */
export type AskedRange = { from?: string | undefined; to?: string | undefined; tz?: string | undefined };

/** The days that a report covers: as asked, or the 30 days up to `to`, or up to today in the site's time zone. `now` in ms. */
export function rangeOf(asked: AskedRange, timeZone: string, now: number): Range {
  checkZone(asked.tz, timeZone);
  const today = dayOf(now, timeZone);
  const first = asked.from && dayAt(asked.from, timeZone, 0);
  const to = asked.to ? dayAt(asked.to, timeZone, 1) : first && first > today ? first : today;
  const from = first ?? daysBefore(to, 29);
  if (from <= to) return { from, to };
  throw new HttpError(400, 'invalid-request', `from: expected a day not after to (${to}), got ${from}`, {
    field: 'from',
  });
}

/** A time stands for its day; `before` ms earlier where it ends a range, so that midnight adds no day. */
function dayAt(asked: string, timeZone: string, before: number): string {
  return asked.length === 10 ? asked : dayOf(Date.parse(asked) - before, timeZone);
}

/** What happened is summed by day when it arrives, so the days of another zone are not known any more. */
function checkZone(asked: string | undefined, timeZone: string): void {
  if (asked === undefined || asked === timeZone) return;
  const message = `tz: totals are kept by days of the site's time zone, ${timeZone}; leave tz out or ask for that one`;
  throw new HttpError(400, 'invalid-request', message, { field: 'tz' });
}

/** Counted in UTC, where every day has 24 hours. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
}
