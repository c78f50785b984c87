import { addDays } from './addDays.js';
import { dayCount } from './dayCount.js';
import type { Range } from './Range.js';

/** The range of the same length that ends the day before. */
export function previousRange(range: Range): Range {
  return { from: addDays(range.from, -dayCount(range)), to: addDays(range.from, -1) };
}
