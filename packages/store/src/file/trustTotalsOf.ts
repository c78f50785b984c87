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
  const rows: TrustTotalsRow[] = [];
  for (const { period, trust, purchases, revenue } of sumsOf(totals, sum)) {
    if (period === '') rows.push({ partner: id, code, name, trust, purchases, revenue });
    else rows.push({ partner: id, code, name, period, trust, purchases, revenue });
  }
  return rows;
}

/** By trust from the weakest, and by period. */
function sumsOf({ trusted }: DailyCounts, sum: SumCounts): (TrustSums & { period: string })[] {
  const sums: (TrustSums & { period: string })[] = [];
  if (!trusted) return sums;
  for (const trust of TRUST_LEVELS) {
    const totals = trusted[trust];
    if (!totals) continue;
    for (const [period, counts] of sum(totals))
      if (isSomething(counts))
        sums.push({ period, trust, purchases: counts.purchases, revenue: counts.revenue });
  }
  return sums;
}

function isSomething({ purchases, revenue }: Counts): boolean {
  return purchases !== 0 || Object.values(revenue).some((minor) => minor !== 0);
}
