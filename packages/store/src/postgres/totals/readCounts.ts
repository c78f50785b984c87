import { type Counter, type Counts, emptyCounts } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';
import type { ByPartner } from './ByPartner.js';
import { itemAt } from './itemAt.js';
import type { PeriodPlan } from './periodPlan.js';

/** Of a site ($1): the stored periods ($2) and those that they are shown in ($3); of all partners, or of those in $4. */
const FROM = (table: string, filter: string) =>
  `FROM unnest($2::text[], $3::text[]) AS p(stored, shown)
    JOIN ${table} AS t ON t.site = $1 AND t.trust = '' AND t.period = p.stored ${filter}`;
const COUNTERS = ['clicks', 'uncounted', 'pageviews', 'visitors', 'signups', 'purchases', 'refunds'] as const;
const OF = 'AND t.partner = ANY($4::text[])';
const counts = (filter: string) =>
  `SELECT t.partner, p.shown, ${COUNTERS.map((counter) => `sum(${counter}) AS ${counter}`).join(', ')}
    ${FROM('counts', filter)} GROUP BY t.partner, p.shown`;
const sums = (filter: string) =>
  `SELECT t.partner, p.shown, t.currency, sum(revenue) AS revenue, sum(discount) AS discount
    ${FROM('sums', filter)} GROUP BY t.partner, p.shown, t.currency`;

const COUNTS = namedStatement('readTotals.counts', counts(''));
const COUNTS_OF = namedStatement('readTotals.countsOf', counts(OF));
const SUMS = namedStatement('readTotals.sums', sums(''));
const SUMS_OF = namedStatement('readTotals.sumsOf', sums(OF));

type Place = { partner: string; shown: string };
type CountsRow = Place & Record<Counter, number>;
type SumsRow = Place & { currency: string; revenue: number | null; discount: number | null };

/** What was counted of all partners, or of the one asked for, and directly. */
export async function readCounts(
  { ask }: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  { stored, shown }: PeriodPlan,
): Promise<ByPartner<Counts>> {
  const values = [site, stored, shown, ...(partner === undefined ? [] : [[partner, '']])];
  const counted = await ask<CountsRow>(partner === undefined ? COUNTS : COUNTS_OF, values);
  const summed = await ask<SumsRow>(partner === undefined ? SUMS : SUMS_OF, values);
  const all = new Map<string, Map<string, Counts>>();
  for (const { partner: id, shown: period, ...counters } of counted)
    Object.assign(itemAt(all, id, period, emptyCounts), counters);
  for (const row of summed) addSums(itemAt(all, row.partner, row.shown, emptyCounts), row);
  return all;
}

/** Null is none, which is not the same as zero. */
function addSums(counts: Counts, { currency, revenue, discount }: SumsRow): void {
  if (revenue !== null) counts.revenue[currency] = revenue;
  if (discount === null) return;
  counts.discounts ??= {};
  counts.discounts[currency] = discount;
}
