import type { Counter, Counts } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';
import type { TotalsSums } from './TotalsSums.js';

/** In the order in which `addCounters` adds them. */
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

/** Adds what was counted of all partners, or of the one asked for, and directly. */
export async function readCounts(
  transaction: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
  sums: TotalsSums,
): Promise<void> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  await settleAll([
    readNumbers(transaction, query, ({ partner: id, shown, values }) => {
      addCounters(sums.at(shown, id).counts, values);
    }),
    readMoney(transaction, query, ({ partner: id, shown, keys: [currency = ''], values }) => {
      const { counts } = sums.at(shown, id);
      const [revenue = null, discount = null] = values;
      // Null is none, which is not the same as zero.
      if (revenue !== null) add(counts.revenue, currency, revenue);
      if (discount === null) return;
      counts.discounts ??= {};
      add(counts.discounts, currency, discount);
    }),
  ]);
}

/** Written out, as ten thousand rows have seventy thousand of them. */
function addCounters(counts: Counts, values: readonly (number | null)[]): void {
  counts.clicks += values[0] ?? 0;
  counts.uncounted += values[1] ?? 0;
  counts.pageviews += values[2] ?? 0;
  counts.visitors += values[3] ?? 0;
  counts.signups += values[4] ?? 0;
  counts.purchases += values[5] ?? 0;
  counts.refunds += values[6] ?? 0;
}

function add(sums: Record<string, number>, currency: string, minor: number): void {
  sums[currency] = (sums[currency] ?? 0) + minor;
}
