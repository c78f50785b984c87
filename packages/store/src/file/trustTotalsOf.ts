import { type Counts, TRUST_LEVELS } from '@reftally/core';
import type { TotalsQuery } from '../TotalsQuery.js';
import type { TrustSums, TrustTotals, TrustTotalsRow } from '../TrustTotals.js';
import { compareTotals } from '../totals/compareTotals.js';
import type { DailyCounts } from './DailyCounts.js';
import type { PartnerState } from './PartnerState.js';
import type { SiteState } from './SiteState.js';
import { type SumCounts, sumCounts } from './sumCounts.js';

/** Purchases and revenue of a site's partners, or of the one asked for, by trust. */
export function trustTotalsOf(site: SiteState, query: Omit<TotalsQuery, 'now'>): TrustTotals {
  const { from, to, interval, partner } = query;
  const sum = sumCounts(from, to, interval);
  const only = partner === undefined ? undefined : site.partners.get(partner);
  const partners = partner === undefined ? [...site.partners.values()] : only ? [only] : [];
  const rows = partners.flatMap((state) => rowsOf(state, sum));
  const direct = sumsOf(site.direct, sumCounts(from, to, 'total')).map(({ period: _, ...sums }) => sums);
  // Stable, so that the levels stay in their order.
  return { rows: rows.sort(compareTotals), direct };
}

function rowsOf({ partner: { id, code, name }, totals }: PartnerState, sum: SumCounts): TrustTotalsRow[] {
  const named = { partner: id, code, name };
  return sumsOf(totals, sum).map(({ period, ...sums }) => ({ ...named, ...(period && { period }), ...sums }));
}

function sumsOf({ trusted }: DailyCounts, sum: SumCounts): (TrustSums & { period: string })[] {
  return TRUST_LEVELS.flatMap((trust) => {
    const totals = trusted?.[trust];
    const periods = totals ? [...sum(totals)] : [];
    return periods
      .filter(([, counts]) => isSomething(counts))
      .map(([period, { purchases, revenue }]) => ({ period, trust, purchases, revenue }));
  });
}

function isSomething({ purchases, revenue }: Counts): boolean {
  return purchases !== 0 || Object.values(revenue).some((minor) => minor !== 0);
}
