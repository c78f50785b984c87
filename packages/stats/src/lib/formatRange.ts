import type { Range } from './Range.js';

/** A range for people: `Nov 1 – 22, 2026`. */
export function formatRange({ from, to }: Range, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`));
}
