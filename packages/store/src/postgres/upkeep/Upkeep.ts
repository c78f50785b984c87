import type { Connections } from '../connect.js';
import { forgetLimits } from './forgetLimits.js';
import { forgetPassed } from './forgetPassed.js';
import { makePartitions } from './makePartitions.js';
import { SlotLease } from './SlotLease.js';

const ROUND_MS = 3_600_000;

/** How a database is kept in order. */
export type UpkeepOptions = {
  /** ms since the epoch. */
  clock: () => number;
  warn: (message: string) => void;
};

/** What has to be done now and then to a database, whichever collector does it: partitions ahead, deleting what has passed, renewing its slot. */
export class Upkeep {
  readonly #connections: Connections;
  readonly #options: UpkeepOptions;
  readonly #lease: SlotLease;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(connections: Connections, options: UpkeepOptions) {
    this.#connections = connections;
    this.#options = options;
    this.#lease = new SlotLease(connections);
  }

  /** Does what must be done before anything is written, and goes on every hour or so. Resolves to the slot in which this process counts. */
  async start(): Promise<number> {
    const now = this.#options.clock();
    await makePartitions(this.#connections.pool, now);
    const slot = await this.#lease.take(now);
    this.#later();
    return slot;
  }

  /** Before the connections are closed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#lease.free().catch(() => {}); // It runs out by itself.
  }

  /** At a time of its own, so that many collectors do not come at once. */
  #later(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(
      () => {
        this.#round = this.#doRound();
        void this.#round.then(() => this.#later());
      },
      ROUND_MS * (0.5 + Math.random()),
    );
    this.#timer.unref();
  }

  async #doRound(): Promise<void> {
    const now = this.#options.clock();
    try {
      await this.#lease.take(now);
      await makePartitions(this.#connections.pool, now);
      await forgetLimits(this.#connections, now);
      await forgetPassed(this.#connections, now);
    } catch (error) {
      this.#options.warn(
        `The upkeep of the database has failed, and is tried again within two hours: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}
