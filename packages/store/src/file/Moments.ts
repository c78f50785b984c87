import { firstIndex } from './firstIndex.js';

/** Times (ms) in their order, so that those of any span are counted without looking at each. */
export class Moments {
  readonly #times: number[] = [];

  /** At the end nearly always, since time goes by. */
  add(at: number): void {
    const last = this.#times.at(-1);
    if (last === undefined || last <= at) this.#times.push(at);
    else this.#times.splice(this.#upTo(at), 0, at);
  }

  /** How many lie after `from` and not after `to`. */
  within(from: number, to: number): number {
    return Math.max(0, this.#upTo(to) - this.#upTo(from));
  }

  #upTo(at: number): number {
    return firstIndex(this.#times, (time) => time > at);
  }
}
