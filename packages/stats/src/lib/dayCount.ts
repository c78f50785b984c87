import type { Range } from './Range.js';

const DAY_MS = 86_400_000;

/** How many days a range has, both ends included. */
export function dayCount({ from, to }: Range): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}
