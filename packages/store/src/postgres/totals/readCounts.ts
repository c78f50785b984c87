import { type Counter, type Counts, emptyCounts } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import type { ByPeriod } from './ByPeriod.js';
import { itemAt } from './itemAt.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';

const COUNTERS: readonly Counter[] = [
  'clicks',
  'uncounted',
  'pageviews',
  'visitors',
  'signups',
  'purchases',
  'refunds',
];
const filter = "AND t.trust = ''";
const readNumbers = makeSumsReader({
  name: 'readTotals.counts',
  table: 'counts',
  filter,
  keys: [],
  values: COUNTERS,
});
const readMoney = makeSumsReader({
  name: 'readTotals.sums',
  table: 'sums',
  filter,
  keys: ['currency'],
  values: ['revenue', 'discount'],
});

/** What was counted of all partners, or of the one asked for, and directly. */
export async function readCounts(
  transaction: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
): Promise<ByPeriod<Counts>> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  const all = new Map<string, Map<string, Counts>>();
  await settleAll([
    readNumbers(transaction, query, (row) => {
      const counts = itemAt(all, row.shown, row.partner, emptyCounts);
      COUNTERS.forEach((counter, index) => {
        counts[counter] += row.values[index] ?? 0;
      });
    }),
    readMoney(transaction, query, ({ partner: id, shown, keys: [currency = ''], values }) => {
      const counts = itemAt(all, shown, id, emptyCounts);
      const [revenue = null, discount = null] = values;
      // Null is none, which is not the same as zero.
      if (revenue !== null) add(counts.revenue, currency, revenue);
      if (discount === null) return;
      counts.discounts ??= {};
      add(counts.discounts, currency, discount);
    }),
  ]);
  return all;
}

function add(sums: Record<string, number>, currency: string, minor: number): void {
  sums[currency] = (sums[currency] ?? 0) + minor;
}
