import { type Balance, type Money, periodOf } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { settleAll } from '../settleAll.js';
import type { Transaction } from '../transaction.js';
import type { ByPartner } from './ByPartner.js';
import { dueStatement } from './dueStatement.js';
import { itemAt } from './itemAt.js';
import { makeSumsReader } from './makeSumsReader.js';
import type { PeriodPlan } from './periodPlan.js';

type Due = { partner: string; shown: string; currency: string; minor: number };
type Stage = keyof Balance;
/** Minor units by currency. */
type Sums = Map<string, Record<Stage, number>>;

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
): Promise<ByPartner<Balance>> {
  const all = new Map<string, Map<string, Sums>>();
  const one = partner === undefined ? [] : [partner];
  const add = (id: string, period: string, currency: string, more: Record<Stage, number>) => {
    const sums = itemAt(all, id, period, (): Sums => new Map());
    const known = sums.get(currency);
    if (!known) sums.set(currency, more);
    else for (const stage of STAGES) known[stage] += more[stage];
  };
  const [, due] = await settleAll([
    readSums(transaction, { site, ...plan, ...(one[0] && { partners: one }) }, (row) => {
      const [held, payable, paid] = row.values;
      const more = { held: held ?? 0, payable: payable ?? 0, paid: paid ?? 0 };
      add(row.partner, row.shown, row.keys[0] ?? '', more);
    }),
    transaction.ask<Due>(dueStatement(interval, one.length > 0), [site, from, to, now, ...one]),
  ]);
  for (const { partner: id, shown, currency, minor } of due) {
    const period = interval === 'week' ? periodOf(shown, interval) : shown;
    add(id, period ?? '', currency, { held: -minor, payable: minor, paid: 0 });
  }
  return new Map([...all].map(([id, periods]) => [id, toBalances(periods)]));
}

const STAGES: readonly Stage[] = ['held', 'payable', 'paid'];

function toBalances(periods: ReadonlyMap<string, Sums>): Map<string, Balance> {
  return new Map([...periods].map(([period, sums]) => [period, toBalance(sums)]));
}

function toBalance(sums: Sums): Balance {
  const currencies = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  const moneyOf = (stage: Stage): Money[] =>
    currencies.flatMap(([currency, { [stage]: minor }]) => (minor === 0 ? [] : [{ currency, minor }]));
  return { held: moneyOf('held'), payable: moneyOf('payable'), paid: moneyOf('paid') };
}
