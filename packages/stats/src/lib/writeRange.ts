import type { RangeChoice } from './RangeChoice.js';

/** The query string that brings a range back after a reload; named ranges stay named, so they move with the days. */
export function writeRange({ preset, from, to }: RangeChoice): string {
  return preset === 'custom' ? `?from=${from}&to=${to}` : `?range=${preset}`;
}
