import { type Balance, type Money, periodOf } from '@reftally/core';
import type { TotalsQuery } from '../../TotalsQuery.js';
import type { Transaction } from '../transaction.js';
import type { ByPartner } from './ByPartner.js';
import { balanceStatements } from './balanceStatements.js';
import { itemAt } from './itemAt.js';
import type { PeriodPlan } from './periodPlan.js';

type Row = { partner: string; shown: string; currency: string; minor: number };
/** Minor units by currency. */
type Sums = Record<keyof Balance, Map<string, number>>;

/** How far what was earned is on its way at the query's time, of all partners or of the one asked for. */
export async function readBalances(
  { ask }: Transaction,
  { site, partner, from, to, interval, now }: TotalsQuery,
  { stored, shown }: PeriodPlan,
): Promise<ByPartner<Balance>> {
  const { stands, waiting } = balanceStatements(interval, partner !== undefined);
  const one = partner === undefined ? [] : [partner];
  const all = new Map<string, Map<string, Sums>>();
  for (const row of await ask<Row & { stand: string }>(stands, [site, stored, shown, ...one])) {
    const { held, payable, paid } = itemAt(all, row.partner, row.shown, emptySums);
    add(row.stand === 'free' ? payable : row.stand === 'taken' ? paid : held, row.currency, row.minor);
  }
  for (const row of await ask<Row>(waiting, [site, from, to, now, ...one])) {
    const period = interval === 'week' ? periodOf(row.shown, interval) : row.shown;
    const { held, payable } = itemAt(all, row.partner, period ?? '', emptySums);
    add(held, row.currency, row.minor);
    add(payable, row.currency, -row.minor);
  }
  return new Map([...all].map(([id, periods]) => [id, mapValues(periods, toBalance)]));
}

function emptySums(): Sums {
  return { held: new Map(), payable: new Map(), paid: new Map() };
}

function add(sums: Map<string, number>, currency: string, minor: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + minor);
}

function mapValues<T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): Map<string, U> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function toBalance({ held, payable, paid }: Sums): Balance {
  return { held: toMoney(held), payable: toMoney(payable), paid: toMoney(paid) };
}

function toMoney(sums: Map<string, number>): Money[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor }));
}
