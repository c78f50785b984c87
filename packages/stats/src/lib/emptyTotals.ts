import type { TotalsRow } from '../api/TotalsRow.js';

/** A row of a partner for whom nothing has happened. */
export function emptyTotals(partner: string, code = '', name = ''): TotalsRow {
  return {
    partner,
    code,
    name,
    clicks: 0,
    rawClicks: 0,
    pageviews: 0,
    visitors: 0,
    signups: 0,
    purchases: 0,
    refunds: 0,
    revenue: [],
    commission: { held: [], payable: [], paid: [] },
  };
}
