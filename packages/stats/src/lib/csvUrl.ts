import { query } from '../api/query.js';
import type { Range } from './Range.js';

/** Where the totals of a range can be downloaded as CSV; relative to the collector. */
export function csvUrl(range: Range, interval: 'total' | 'day', site?: string): string {
  return `/api/v1/totals${query({ site, from: range.from, to: range.to, interval, format: 'csv' })}`;
}
