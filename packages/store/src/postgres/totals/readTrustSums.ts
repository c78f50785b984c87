import { TRUST_LEVELS, type Trust } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { TrustSums } from '../../TrustTotals.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import type { ByPeriod } from './ByPeriod.js';
import { itemAt } from './itemAt.js';
import { makeSumsReader, type SumsRow } from './makeSumsReader.js';
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

/** Purchases and revenue of all partners, or of the one asked for, and direct ones, by trust. */
export async function readTrustSums(
  transaction: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
): Promise<ByPeriod<ReadonlyMap<Trust, TrustSums>>> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  const all = new Map<string, Map<string, Map<Trust, TrustSums>>>();
  const sumsOf = ({ partner: id, shown, keys }: SumsRow) => {
    const trust = keys[0] as Trust;
    const trusted = itemAt(all, shown, id, () => new Map<Trust, TrustSums>());
    const sums = trusted.get(trust) ?? { trust, purchases: 0, revenue: {} };
    trusted.set(trust, sums);
    return sums;
  };
  await settleAll([
    readPurchases(transaction, query, (row) => {
      sumsOf(row).purchases += row.values[0] ?? 0;
    }),
    readRevenue(transaction, query, (row) => {
      const [minor] = row.values;
      if (minor == null) return;
      const { revenue } = sumsOf(row);
      const currency = row.keys[1] ?? '';
      revenue[currency] = (revenue[currency] ?? 0) + minor;
    }),
  ]);
  return all;
}
