import { type Balance, BalanceSums, periodOf } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import type { ByPeriod } from './ByPeriod.js';
import { dueStatement } from './dueStatement.js';
import { itemAt } from './itemAt.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';

type Due = { partner: string; shown: string; currency: string; minor: number };

const STAGES: readonly (keyof Balance)[] = ['held', 'payable', 'paid'];
const readSums = makeSumsReader({
  name: 'readTotals.balances',
  table: 'balances',
  filter: '',
  keys: ['currency'],
  values: ['waiting + review', 'free', 'taken'],
});

/** How far what was earned is on its way at the query's time, of all partners or of the one asked for. */
export async function readBalances(
  transaction: Transaction,
  { site, partner, from, to, interval, now }: TotalsQuery,
  plan: PeriodPlan,
): Promise<ByPeriod<BalanceSums>> {
  const all = new Map<string, Map<string, BalanceSums>>();
  const sumsAt = (period: string, id: string) => itemAt(all, period, id, () => new BalanceSums());
  const one = partner === undefined ? [] : [partner];
  const [, due] = await settleAll([
    readSums(
      transaction,
      { site, ...plan, ...(partner !== undefined && { partners: one }) },
      ({ partner: id, shown, keys: [currency = ''], values }) => {
        const sums = sumsAt(shown, id);
        for (const [index, stage] of STAGES.entries())
          sums.add(stage, { currency, minor: values[index] ?? 0 });
      },
    ),
    transaction.ask<Due>(dueStatement(interval, one.length > 0), [site, from, to, now, ...one]),
  ]);
  for (const { partner: id, shown, currency, minor } of due) {
    const sums = sumsAt((interval === 'week' ? periodOf(shown, interval) : shown) ?? '', id);
    sums.add('held', { currency, minor: -minor });
    sums.add('payable', { currency, minor });
  }
  return all;
}
