import { TRUST_LEVELS, type Trust } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { TrustSums, TrustTotals, TrustTotalsRow } from '../../TrustTotals.js';
import { compareTotals } from '../../totals/compareTotals.js';
import type { Connections } from '../connect.js';
import { settleAll } from '../settleAll.js';
import { snapshot } from '../snapshot.js';
import type { ByPeriod } from './ByPeriod.js';
import { periodPlan } from './periodPlan.js';
import { readDays } from './readDays.js';
import { type NamedPartner, readNamed } from './readNamed.js';
import { readTrustSums } from './readTrustSums.js';

/** By trust. */
type Trusted = ReadonlyMap<Trust, TrustSums>;

/** Purchases and revenue of a site's partners, or of the one asked for, by trust, as of one moment. */
export function readTrustTotals(
  connections: Connections,
  query: Omit<TotalsQuery, 'now'>,
): Promise<TrustTotals> {
  const { site, partner, interval } = query;
  return snapshot(connections, async (transaction) => {
    const days = await readDays(transaction, site, query);
    if (!days) return { rows: [], direct: [] };
    const [sums, partners] = await settleAll([
      readTrustSums(transaction, query, periodPlan(days, interval)),
      readNamed(transaction, site, partner),
    ]);
    const rows = [...sums.keys()].flatMap((period) => rowsOf(period, partners, sums.get(period)));
    return { rows: rows.sort(compareTotals), direct: directOf(sums) };
  });
}

function rowsOf(
  period: string,
  partners: readonly NamedPartner[],
  sums?: ReadonlyMap<string, Trusted>,
): TrustTotalsRow[] {
  return partners.flatMap(({ id, code, name }) => {
    const named = { partner: id, code, name, ...(period && { period }) };
    return inOrder(sums?.get(id)).map((sum) => ({ ...named, ...sum }));
  });
}

/** Over all periods. */
function directOf(sums: ByPeriod<Trusted>): TrustSums[] {
  const total = new Map<Trust, TrustSums>();
  for (const partners of sums.values())
    for (const [trust, { purchases, revenue }] of partners.get('') ?? []) {
      const sum = total.get(trust) ?? { trust, purchases: 0, revenue: {} };
      total.set(trust, sum);
      sum.purchases += purchases;
      for (const [currency, minor] of Object.entries(revenue))
        sum.revenue[currency] = (sum.revenue[currency] ?? 0) + minor;
    }
  return inOrder(total);
}

/** From the weakest; only where there is something. */
function inOrder(trusted?: Trusted): TrustSums[] {
  return TRUST_LEVELS.flatMap((trust) => trusted?.get(trust) ?? []).filter(
    ({ purchases, revenue }) => purchases !== 0 || Object.values(revenue).some((minor) => minor !== 0),
  );
}
