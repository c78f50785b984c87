import { type Balance, periodOf } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { addMoney } from '../../totals/addMoney.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import { dueStatement } from './dueStatement.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';
import type { TotalsSums } from './TotalsSums.js';

type Due = { partner: string; shown: string; currency: string; minor: number };

type Stage = keyof Balance;

const STAGES: readonly Stage[] = ['held', 'payable', 'paid'];
const readSums = makeSumsReader({
  name: 'readTotals.balances',
  table: 'balances',
  filter: '',
  keys: ['currency'],
  values: ['waiting + review', 'free', 'taken'],
});

/** Adds how far what was earned is on its way at the query's time, of all partners or of the one asked for. */
export async function readBalances(
  transaction: Transaction,
  { site, partner, from, to, interval, now }: TotalsQuery,
  plan: PeriodPlan,
  sums: TotalsSums,
): Promise<void> {
  const one = partner === undefined ? [] : [partner];
  const query = { site, ...plan, ...(partner !== undefined && { partners: one }) };
  const [, due] = await settleAll([
    readSums(transaction, query, ({ partner: id, shown, keys: [currency = ''], values }) => {
      const { commission } = sums.at(shown, id);
      for (let index = 0; index < STAGES.length; index++)
        add(commission, STAGES[index] as Stage, currency, values[index] ?? 0);
    }),
    transaction.ask<Due>(dueStatement(interval, one.length > 0), [site, from, to, now, ...one]),
  ]);
  for (const { partner: id, shown, currency, minor } of due) {
    const period = (interval === 'week' ? periodOf(shown, interval) : shown) ?? '';
    const { commission } = sums.at(period, id);
    add(commission, 'held', currency, -minor);
    add(commission, 'payable', currency, minor);
  }
}

function add(balance: Balance, stage: Stage, currency: string, minor: number): void {
  if (minor !== 0) balance[stage] = addMoney(balance[stage], currency, minor);
}
