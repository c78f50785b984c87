import { Moments } from '../../file/Moments.js';

/** Times (ms) of which those before a transaction were counted in the database, by span. */
export class CountedMoments extends Moments {
  readonly #counted = new Map<string, number>();

  /** How many lie after `from` and not after `to`, but for those that are added. */
  count(from: number, to: number, n: number): void {
    this.#counted.set(`${from}-${to}`, n);
  }

  override within(from: number, to: number): number {
    return super.within(from, to) + (this.#counted.get(`${from}-${to}`) ?? 0);
  }
}
