import { plural } from './plural.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long before `to` the moment `from` was (both ISO 8601): `3 days`, `2 hours`, `moments`. */
export function distance(from: string, to: string): string {
  const ms = Date.parse(to) - Date.parse(from);
  if (ms >= DAY) return plural(Math.floor(ms / DAY), 'day');
  if (ms >= HOUR) return plural(Math.floor(ms / HOUR), 'hour');
  if (ms >= MINUTE) return plural(Math.floor(ms / MINUTE), 'minute');
  return 'moments';
}
