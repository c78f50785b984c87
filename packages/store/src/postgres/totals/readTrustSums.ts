import { TRUST_LEVELS, type Trust } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { TrustSums } from '../../TrustTotals.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import { makeSumsReader } from './makeSumsReader.js';
import { PartnersByPeriod } from './PartnersByPeriod.js';
import type { PeriodPlan } from './periodPlan.js';

const filter = `AND t.trust IN (${TRUST_LEVELS.map((trust) => `'${trust}'`).join(', ')})`;
const readPurchases = makeSumsReader({
  name: 'readTrust.purchases',
  table: 'counts',
  filter,
  keys: ['trust'],
  values: ['purchases'],
});
const readRevenue = makeSumsReader({
  name: 'readTrust.revenue',
  table: 'sums',
  filter,
  keys: ['trust', 'currency'],
  values: ['revenue'],
});

/** By trust, in any order. */
export type Trusted = { partner: string; sums: TrustSums[] };

/** Purchases and revenue of all partners, or of the one asked for, and direct ones, by trust. */
export async function readTrustSums(
  [one, other]: readonly [Transaction, Transaction],
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
): Promise<PartnersByPeriod<Trusted>> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  const all = new PartnersByPeriod<Trusted>((id) => ({ partner: id, sums: [] }));
  await settleAll([
    readPurchases(one, query, ({ partner: id, shown, keys: [trust], values: [purchases] }) => {
      sumsOf(all.at(shown, id), trust as Trust).purchases += purchases ?? 0;
    }),
    readRevenue(other, query, ({ partner: id, shown, keys: [trust, currency = ''], values }) => {
      const [minor] = values;
      if (minor == null) return;
      const { revenue } = sumsOf(all.at(shown, id), trust as Trust);
      revenue[currency] = (revenue[currency] ?? 0) + minor;
    }),
  ]);
  return all;
}

function sumsOf({ sums }: Trusted, trust: Trust): TrustSums {
  for (const own of sums) if (own.trust === trust) return own;
  const own = { trust, purchases: 0, revenue: {} };
  sums.push(own);
  return own;
}
