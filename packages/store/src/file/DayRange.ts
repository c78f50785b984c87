import { dayOf } from '@reftally/core';

/** Days (`YYYY-MM-DD`) from the first to the last, both included, in a time zone. */
export class DayRange {
  readonly #from: string;
  readonly #to: string;
  readonly #timeZone: string;
  /** Times (ms) of which it is known: all between two that are within are within, and so on. */
  #before = Number.NEGATIVE_INFINITY;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #after = Number.POSITIVE_INFINITY;

  constructor(from: string, to: string, timeZone: string) {
    this.#from = from;
    this.#to = to;
    this.#timeZone = timeZone;
  }

  /** Whether a time (ms) falls on one of them. Most of a hundred thousand are told without asking for their day. */
  has(at: number): boolean {
    if (at >= this.#first && at <= this.#last) return true;
    if (at <= this.#before || at >= this.#after) return false;
    const day = dayOf(at, this.#timeZone);
    if (day < this.#from) this.#before = at;
    else if (day > this.#to) this.#after = at;
    else {
      this.#first = Math.min(this.#first, at);
      this.#last = Math.max(this.#last, at);
      return true;
    }
    return false;
  }
}
