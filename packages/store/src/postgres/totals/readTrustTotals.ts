import { TRUST_LEVELS, type Trust } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { TrustSums, TrustTotals, TrustTotalsRow } from '../../TrustTotals.js';
import { compareTotals } from '../../totals/compareTotals.js';
import type { Connections } from '../connect.js';
import { settleAll } from '../settleAll.js';
import { snapshot } from '../snapshot.js';
import type { PartnersByPeriod } from './PartnersByPeriod.js';
import { periodPlan } from './periodPlan.js';
import { readDays } from './readDays.js';
import { type NamedPartner, readNamed } from './readNamed.js';
import { readTrustSums, type Trusted } from './readTrustSums.js';

/** Purchases and revenue of a site's partners, or of the one asked for, by trust, as of one moment. */
export function readTrustTotals(
  connections: Connections,
  query: Omit<TotalsQuery, 'now'>,
): Promise<TrustTotals> {
  const { site, partner, interval } = query;
  return snapshot(connections, async (one, other) => {
    const days = await readDays(one, site, query);
    if (!days) return { rows: [], direct: [] };
    const [sums, partners] = await settleAll([
      readTrustSums([one, other], query, periodPlan(days, interval)),
      readNamed(one, site, partner),
    ]);
    const rows = sums.periods.flatMap((period) => rowsOf(period, partners, sums));
    return { rows: rows.sort(compareTotals), direct: directOf(sums) };
  });
}

function rowsOf(
  period: string,
  partners: readonly NamedPartner[],
  all: PartnersByPeriod<Trusted>,
): TrustTotalsRow[] {
  const rows: TrustTotalsRow[] = [];
  for (const { id, code, name } of partners)
    for (const { trust, purchases, revenue } of inOrder(all.find(period, id)?.sums)) {
      if (period === '') rows.push({ partner: id, code, name, trust, purchases, revenue });
      else rows.push({ partner: id, code, name, period, trust, purchases, revenue });
    }
  return rows;
}

/** Over all periods. */
function directOf(all: PartnersByPeriod<Trusted>): TrustSums[] {
  const total = new Map<Trust, TrustSums>();
  for (const period of all.periods)
    for (const { trust, purchases, revenue } of all.find(period, '')?.sums ?? []) {
      const sum = total.get(trust) ?? { trust, purchases: 0, revenue: {} };
      total.set(trust, sum);
      sum.purchases += purchases;
      for (const [currency, minor] of Object.entries(revenue))
        sum.revenue[currency] = (sum.revenue[currency] ?? 0) + minor;
    }
  return inOrder([...total.values()]);
}

/** From the weakest; only where there is something. */
function inOrder(sums: readonly TrustSums[] = []): TrustSums[] {
  const some = sums.filter(
    ({ purchases, revenue }) => purchases !== 0 || Object.values(revenue).some((minor) => minor !== 0),
  );
  if (some.length < 2) return some;
  return some.sort((a, b) => TRUST_LEVELS.indexOf(a.trust) - TRUST_LEVELS.indexOf(b.trust));
}
