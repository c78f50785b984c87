import { addDelta, type Counts, type Delta, emptyCounts } from '@reftally/core';
import { keyOf } from './keyOf.js';
import { periodsOf } from './periodsOf.js';
import type { Rows } from './Rows.js';
import { totalsSql } from './totalsSql.js';

type Place = { site: string; partner: string; period: string; trust: string };

/** Adds up what a group changes of the totals, so that each row is written once. */
export class TotalsRows {
  readonly #counts = new Map<string, Place & Counts>();
  readonly #refusals = new Map<string, { site: string; day: string; reason: string; n: number }>();
  readonly #arrivals = new Map<
    string,
    { site: string; partner: string; hour: number; raw: number; visitors: number }
  >();

  add(site: string, delta: Delta): void {
    const { partner, day, trust, discount: _, ...rest } = delta;
    for (const period of periodsOf(day)) {
      addDelta(this.#countsAt(site, partner, period, ''), delta);
      if (trust) addDelta(this.#countsAt(site, partner, period, trust), rest);
    }
    if (delta.refused) this.#addRefusal(site, day, delta.refused);
    if (delta.hour !== undefined && partner !== '') this.#addArrivals(site, delta, delta.hour);
  }

  /** In the order of their keys, in which everybody locks them. */
  addTo(rows: Rows): void {
    for (const row of sorted(this.#counts)) {
      rows.add(totalsSql.counts, row);
      this.#addSums(rows, row);
    }
    for (const refusal of sorted(this.#refusals)) rows.add(totalsSql.refusals, refusal);
    for (const arrivals of sorted(this.#arrivals)) rows.add(totalsSql.arrivals, arrivals);
  }

  #addSums(rows: Rows, { site, partner, period, trust, revenue, discounts = {} }: Place & Counts): void {
    const currencies = new Set([...Object.keys(revenue), ...Object.keys(discounts)]);
    for (const currency of [...currencies].sort()) {
      const sums = { revenue: revenue[currency], discount: discounts[currency] };
      rows.add(totalsSql.sums, { site, partner, period, trust, currency, ...sums });
    }
  }

  #countsAt(site: string, partner: string, period: string, trust: string): Counts {
    const key = keyOf(site, partner, period, trust);
    const known = this.#counts.get(key);
    if (known) return known;
    const row = { site, partner, period, trust, ...emptyCounts() };
    this.#counts.set(key, row);
    return row;
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
