import type { Counter, Counts } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
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
const readNumbers = makeSumsReader({
  name: 'readTotals.counts',
  table: 'counts',
  filter: "AND t.trust = ''",
  keys: [],
  values: COUNTERS,
});

/** Adds what was counted of all partners, or of the one asked for, and directly. */
export function readCounts(
  transaction: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
  sums: TotalsSums,
): Promise<void> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  return readNumbers(transaction, query, ({ partner: id, shown, values }) => {
    addCounters(sums.at(shown, id).counts, values);
  });
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
