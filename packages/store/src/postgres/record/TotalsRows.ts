import { addDelta, type Counts, type Delta, emptyCounts } from '@reftally/core';
import { keyOf } from './keyOf.js';
import { periodsOf } from './periodsOf.js';
import type { Rows } from './Rows.js';
import { totalsSql } from './totalsSql.js';

type Place = { site: string; partner: string; period: string; trust: string };

/** Adds up what a group changes of the totals, so that each row is written once. */
export class TotalsRows {
  readonly #counts = new Map<string, Place & { counts: Counts }>();
  readonly #refusals = new Map<string, { site: string; day: string; reason: string; n: number }>();
  readonly #arrivals = new Map<
    string,
    { site: string; partner: string; hour: number; raw: number; visitors: number }
  >();

  add(site: string, delta: Delta): void {
    const { partner, day, trust, discount: _, ...rest } = delta;
    for (const period of periodsOf(day)) {
      addDelta(this.#countsAt({ site, partner, period, trust: '' }), delta);
      if (trust) addDelta(this.#countsAt({ site, partner, period, trust }), rest);
    }
    if (delta.refused) this.#addRefusal(site, day, delta.refused);
    if (delta.hour !== undefined && partner !== '') this.#addArrivals(site, delta, delta.hour);
  }

  /** In the order of their keys, in which everybody locks them. */
  addTo(rows: Rows): void {
    for (const { counts, ...place } of sorted(this.#counts)) {
      const { revenue, discounts = {}, ...counters } = counts;
      rows.add(totalsSql.counts, { ...place, ...counters });
      const currencies = new Set([...Object.keys(revenue), ...Object.keys(discounts)]);
      for (const currency of [...currencies].sort())
        rows.add(totalsSql.sums, {
          ...place,
          currency,
          revenue: revenue[currency],
          discount: discounts[currency],
        });
    }
    for (const refusal of sorted(this.#refusals)) rows.add(totalsSql.refusals, refusal);
    for (const arrivals of sorted(this.#arrivals)) rows.add(totalsSql.arrivals, arrivals);
  }

  #countsAt(place: Place): Counts {
    const key = keyOf(place.site, place.partner, place.period, place.trust);
    const known = this.#counts.get(key) ?? { ...place, counts: emptyCounts() };
    this.#counts.set(key, known);
    return known.counts;
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
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
