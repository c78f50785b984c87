import type { Trust } from '@reftally/core';

/** What of the purchases is believed how far now; `revenue` in minor units by currency, less refunds. */
export type TrustSums = { trust: Trust; purchases: number; revenue: Record<string, number> };

/** The same of one partner in one period; `period` as `periodOf` names it, absent for the whole range. */
export type TrustTotalsRow = TrustSums & { partner: string; code: string; name: string; period?: string };

/** `rows` by name, then period, then trust from the weakest; only where there is something. */
export type TrustTotals = { rows: TrustTotalsRow[]; direct: TrustSums[] };
