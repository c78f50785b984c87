import { addDays } from './addDays.js';
import { dayCount } from './dayCount.js';
import type { Range } from './Range.js';

/** More days than anybody reads; a mistyped year (0026) would otherwise ask for seven hundred thousand of them. */
const MOST_DAYS = 5 * 366;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** Why two days are not a range that can be shown, for a person; empty when they are. */
export function rangeProblem(range: Range): string {
  if (!isDay(range.from) || !isDay(range.to)) return 'Choose both days.';
  if (range.from > range.to) return 'The first day is after the last one.';
  return dayCount(range) > MOST_DAYS ? 'That is more than five years. Choose fewer days.' : '';
}
