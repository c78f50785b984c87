import type { Direct } from './Direct.js';
import type { TotalsRow } from './TotalsRow.js';

/** The answer of `GET /api/v1/totals`; `direct` and `refused` (counts by reason) are never sent to a partner. */
export type Totals = {
  site: string;
  from: string;
  to: string;
  interval: 'total' | 'day' | 'week' | 'month';
  timeZone: string;
  totals: TotalsRow[];
  direct?: Direct;
  refused?: Record<string, number>;
};
