import type { Counter, Delta } from '@reftally/core';
import { freshCountsSql } from './freshCountsSql.js';
import { keyOf } from './keyOf.js';
import { periodsOf } from './periodsOf.js';
import type { Rows } from './Rows.js';
import { totalsSql } from './totalsSql.js';

type Counted = { site: string; day: string; partner: string; trust: string } & Record<Counter, number>;
type Summed = { site: string; partner: string; period: string; trust: string; currency: string } & Amounts;
type Amounts = { revenue?: number; discount?: number };

const NOTHING: Readonly<Record<Counter, number>> = {
  clicks: 0,
  uncounted: 0,
  pageviews: 0,
  visitors: 0,
  signups: 0,
  purchases: 0,
  refunds: 0,
};

/** Adds up what a group changes of the totals, so that each row is written once. */
export class TotalsRows {
  readonly #counts = new Map<string, Counted>();
  readonly #sums = new Map<string, Summed>();
  readonly #refusals = new Map<string, { site: string; day: string; reason: string; n: number }>();
  readonly #arrivals = new Map<
    string,
    { site: string; partner: string; hour: number; raw: number; visitors: number }
  >();

  add(site: string, delta: Delta): void {
    this.#addCounts(site, delta, '');
    this.#addSums(site, delta, '');
    if (delta.trust) {
      const { discount: _, ...rest } = delta;
      this.#addCounts(site, rest, delta.trust);
      this.#addSums(site, rest, delta.trust);
    }
    if (delta.refused) this.#addRefusal(site, delta.day, delta.refused);
    if (delta.hour !== undefined && delta.partner !== '') this.#addArrivals(site, delta, delta.hour);
  }

  /** In the order of their keys where rows are locked, which is everybody's. */
  addTo(rows: Rows): void {
    for (const row of this.#counts.values()) rows.add(freshCountsSql.put, row);
    for (const sums of sorted(this.#sums)) rows.add(totalsSql.sums, sums);
    for (const refusal of sorted(this.#refusals)) rows.add(totalsSql.refusals, refusal);
    for (const arrivals of sorted(this.#arrivals)) rows.add(totalsSql.arrivals, arrivals);
  }

  #addCounts(site: string, { partner, day, add }: Delta, trust: string): void {
    const key = keyOf(site, partner, day, trust);
    let row = this.#counts.get(key);
    if (!row) {
      row = { site, day, partner, trust, ...NOTHING };
      this.#counts.set(key, row);
    }
    for (const counter in add) row[counter as Counter] += add[counter as Counter] ?? 0;
  }

  #addSums(site: string, { partner, day, revenue, discount }: Delta, trust: string): void {
    if (!revenue && !discount) return;
    for (const period of periodsOf(day)) {
      const of = { site, partner, period, trust };
      if (revenue) this.#addSum({ ...of, currency: revenue.currency }, 'revenue', revenue.minor);
      if (discount) this.#addSum({ ...of, currency: discount.currency }, 'discount', discount.minor);
    }
  }

  #addSum(of: Omit<Summed, keyof Amounts>, which: keyof Amounts, minor: number): void {
    const key = keyOf(of.site, of.partner, of.period, of.trust, of.currency);
    const row: Summed = this.#sums.get(key) ?? of;
    this.#sums.set(key, { ...row, [which]: (row[which] ?? 0) + minor });
  }

  #addRefusal(site: string, day: string, reason: string): void {
    const key = keyOf(site, day, reason);
    const known = this.#refusals.get(key) ?? { site, day, reason, n: 0 };
    known.n++;
    this.#refusals.set(key, known);
  }

  #addArrivals(site: string, { partner, add }: Delta, hour: number): void {
    const key = keyOf(site, partner, `${hour}`);
    const known = this.#arrivals.get(key) ?? { site, partner, hour, raw: 0, visitors: 0 };
    const { clicks = 0, uncounted = 0, visitors = 0 } = add;
    known.raw += clicks + uncounted;
    known.visitors += visitors;
    this.#arrivals.set(key, known);
  }
}

function sorted<T>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows.keys()].sort().map((key) => rows.get(key) as T);
}
