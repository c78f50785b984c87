import type { HourlyArrivals } from '@reftally/core';

const HOUR_MS = 3_600_000;
/** An hour with fewer arrivals than any policy could mind is forgotten after two days, any other after 92. */
const FEW = 10;
const SHORT = 48;
const LONG = 92 * 24;

/** A partner's arrivals by hour. What is forgotten depends on nothing but what is there, so that every fold of one log forgets alike. */
export class ArrivalsByHour {
  readonly #hours = new Map<number, HourlyArrivals>();
  #latest = 0;

  /** The hour of a time (ms). */
  at(time: number): HourlyArrivals | undefined {
    return this.#hours.get(Math.floor(time / HOUR_MS));
  }

  /** `hour`: hours since 1970. */
  add(hour: number, { raw, visitors }: HourlyArrivals): void {
    const known = this.#hours.get(hour);
    if (known) {
      known.raw += raw;
      known.visitors += visitors;
      return;
    }
    this.#hours.set(hour, { raw, visitors });
    if (hour > this.#latest) this.#forget(hour);
  }

  *[Symbol.iterator](): Generator<[hour: number, raw: number, visitors: number]> {
    for (const [hour, { raw, visitors }] of this.#hours) yield [hour, raw, visitors];
  }

  #forget(latest: number): void {
    this.#latest = latest;
    for (const [hour, { raw }] of this.#hours)
      if (latest - hour > (raw < FEW ? SHORT : LONG)) this.#hours.delete(hour);
  }
}
