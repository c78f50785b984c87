import type { Request } from 'express';

/** Whether a list is asked for as CSV: `?format=csv` or, without `format`, `Accept: text/csv`. */
export function wantsCsv(req: Request): boolean {
  if (req.query.format !== undefined) return req.query.format === 'csv';
  return req.accepts(['application/json', 'text/csv']) === 'text/csv';
}
