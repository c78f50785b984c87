import { TRUST_LEVELS, type Trust } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { TrustSums } from '../../TrustTotals.js';
import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';
import type { ByPartner } from './ByPartner.js';
import { itemAt } from './itemAt.js';
import type { PeriodPlan } from './periodPlan.js';

/** Of a site ($1) with a trust ($2): the stored periods ($3) and those that they are shown in ($4); of all partners, or of those in $5. */
const from = (table: string) =>
  `FROM unnest($3::text[], $4::text[]) AS p(stored, shown)
    JOIN ${table} AS t ON t.site = $1 AND t.trust = ANY($2::text[]) AND t.period = p.stored`;
const purchases = `SELECT t.partner, p.shown, t.trust, sum(purchases) AS purchases ${from('counts')}`;
const revenue = `SELECT t.partner, p.shown, t.trust, t.currency, sum(revenue) AS revenue ${from('sums')}`;
const OF = 'WHERE t.partner = ANY($5::text[])';
const COUNTED = 'GROUP BY t.partner, p.shown, t.trust';

const PURCHASES = namedStatement('readTrust.purchases', `${purchases} ${COUNTED}`);
const PURCHASES_OF = namedStatement('readTrust.purchasesOf', `${purchases} ${OF} ${COUNTED}`);
const REVENUE = namedStatement('readTrust.revenue', `${revenue} ${COUNTED}, t.currency`);
const REVENUE_OF = namedStatement('readTrust.revenueOf', `${revenue} ${OF} ${COUNTED}, t.currency`);

type Place = { partner: string; shown: string; trust: Trust };

/** Purchases and revenue of all partners, or of the one asked for, and direct ones, by trust. */
export async function readTrustSums(
  { ask }: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  { stored, shown }: PeriodPlan,
): Promise<ByPartner<ReadonlyMap<Trust, TrustSums>>> {
  const isOfAll = partner === undefined;
  const values = [site, TRUST_LEVELS, stored, shown, ...(isOfAll ? [] : [[partner, '']])];
  const all = new Map<string, Map<string, Map<Trust, TrustSums>>>();
  const sumsOf = ({ partner: id, shown: period, trust }: Place) => {
    const trusted = itemAt(all, id, period, () => new Map<Trust, TrustSums>());
    const sums = trusted.get(trust) ?? { trust, purchases: 0, revenue: {} };
    trusted.set(trust, sums);
    return sums;
  };
  type Purchases = Place & { purchases: number };
  for (const row of await ask<Purchases>(isOfAll ? PURCHASES : PURCHASES_OF, values))
    sumsOf(row).purchases = row.purchases;
  type Revenue = Place & { currency: string; revenue: number | null };
  for (const row of await ask<Revenue>(isOfAll ? REVENUE : REVENUE_OF, values))
    if (row.revenue !== null) sumsOf(row).revenue[row.currency] = row.revenue;
  return all;
}
