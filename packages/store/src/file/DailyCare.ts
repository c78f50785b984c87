import type { Checkpointer } from './Checkpointer.js';
import { forgetOld } from './forgetOld.js';
import type { Log } from './Log.js';
import type { State } from './State.js';

const DAY_MS = 86_400_000;

/** What it takes care of; after `retentionDays` raw visits are forgotten, after 0 never. */
export type DailyCareOptions = {
  state: State;
  log: Log;
  checkpointer: Checkpointer;
  retentionDays: number;
};

/**
 * With the first event of each UTC day: forgets in memory what is older than it is kept, a little in each turn of the event loop; seals the
 * segment, so that days can leave the log one by one; and has db.json and the log follow in the checkpoint's worker.
 */
export class DailyCare {
  readonly #options: DailyCareOptions;
  #day = 0;
  #steps: Iterator<void> | undefined;

  constructor(options: DailyCareOptions) {
    this.#options = options;
  }

  /** `now` in ms. */
  passTime(now: number): void {
    const { state, log, checkpointer, retentionDays: days } = this.#options;
    const day = Math.floor(now / DAY_MS);
    if (days === 0 || day <= this.#day) return;
    this.#day = day;
    log.sealNext();
    checkpointer.forget({ days, now });
    const isRunning = this.#steps !== undefined;
    this.#steps = forgetOld(state, { days, now });
    if (!isRunning) setImmediate(this.#step);
  }

  stop(): void {
    this.#steps = undefined;
  }

  readonly #step = (): void => {
    if (this.#steps?.next().done) this.#steps = undefined;
    if (this.#steps) setImmediate(this.#step);
  };
}
