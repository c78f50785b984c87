import type { TotalsQuery } from '../../TotalsQuery.js';
import type { Transaction } from '../transaction.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';
import type { TotalsSums } from './TotalsSums.js';

const readMoney = makeSumsReader({
  name: 'readTotals.sums',
  table: 'sums',
  filter: "AND t.trust = ''",
  keys: ['currency'],
  values: ['revenue', 'discount'],
});

/** Adds the revenue of all partners, or of the one asked for, and direct revenue, and the discounts in it. */
export function readRevenue(
  transaction: Transaction,
  { site, partner }: Pick<TotalsQuery, 'site' | 'partner'>,
  plan: PeriodPlan,
  sums: TotalsSums,
): Promise<void> {
  const query = { site, ...plan, ...(partner !== undefined && { partners: [partner, ''] }) };
  return readMoney(transaction, query, ({ partner: id, shown, keys: [currency = ''], values }) => {
    const { counts } = sums.at(shown, id);
    const [revenue = null, discount = null] = values;
    // Null is none, which is not the same as zero.
    if (revenue !== null) add(counts.revenue, currency, revenue);
    if (discount === null) return;
    counts.discounts ??= {};
    add(counts.discounts, currency, discount);
  });
}

function add(sums: Record<string, number>, currency: string, minor: number): void {
  sums[currency] = (sums[currency] ?? 0) + minor;
}
