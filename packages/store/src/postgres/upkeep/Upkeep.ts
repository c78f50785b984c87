import type { Connections } from '../connect.js';
import { careForVisits } from '../retention/careForVisits.js';
import { addUpCounts } from './addUpCounts.js';
import { Errand } from './Errand.js';
import { forgetLimits } from './forgetLimits.js';
import { forgetPassed } from './forgetPassed.js';
import { makePartitions } from './makePartitions.js';
import { matureEntries } from './matureEntries.js';
import { Rounds } from './Rounds.js';
import { SlotLease } from './SlotLease.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

const NOT_ADDED_UP =
  'What was counted could not be added up, and it is tried again every second; totals are right meanwhile';

/** How a database is kept in order. */
export type UpkeepOptions = {
  /** ms since the epoch. */
  clock: () => number;
  /** As of the store. */
  retentionDays: number;
  warn: (message: string) => void;
};

/**
 * What has to be done now and then to a database, whichever collector does it: partitions ahead, deleting what has passed, renewing its slot,
 * marking what has become payable, adding up what has been counted.
 */
export class Upkeep {
  readonly #connections: Connections;
  readonly #options: UpkeepOptions;
  readonly #lease: SlotLease;
  readonly #addingUp: Errand;
  #rounds: Rounds[] = [];
  #slot = 0;
  #isStopped = false;

  constructor(connections: Connections, options: UpkeepOptions) {
    this.#connections = connections;
    this.#options = options;
    this.#lease = new SlotLease(connections);
    this.#addingUp = new Errand({
      everyMs: SECOND_MS,
      work: () => addUpCounts(connections, this.#slot),
      failed: (why) => options.warn(`${NOT_ADDED_UP}: ${why}`),
    });
  }

  /** Does what must be done before anything is written, and goes on every hour or so. Resolves to the slot in which this process counts. */
  async start(): Promise<number> {
    const { clock, warn } = this.#options;
    const now = clock();
    await makePartitions(this.#connections.pool, now);
    this.#slot = await this.#lease.take(now);
    await addUpCounts(this.#connections, this.#slot); // Of collectors that have gone.
    await matureEntries(this.#connections, now);
    const failed = (why: string) =>
      warn(`The upkeep of the database has failed, and is tried again within an hour: ${why}`);
    this.#rounds = [
      new Rounds({ everyMs: 60 * MINUTE_MS, work: () => this.#keepInOrder(), failed }),
      new Rounds({ everyMs: MINUTE_MS, work: () => this.#mature(), failed }),
    ];
    return this.#slot;
  }

  /** Something has been counted that is to be added up. */
  counted(): void {
    this.#addingUp.ask();
  }

  /** Before the connections are closed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#rounds, this.#addingUp].map((one) => one.stop()));
    await this.#lease.free().catch(() => {}); // It runs out by itself.
  }

  async #keepInOrder(): Promise<void> {
    const now = this.#options.clock();
    await this.#lease.take(now);
    await makePartitions(this.#connections.pool, now);
    await forgetLimits(this.#connections, now);
    await forgetPassed(this.#connections, now);
    const { retentionDays: days } = this.#options;
    await careForVisits(this.#connections, { days, now }, () => this.#isStopped);
  }

  /** All that there is, batch by batch. */
  async #mature(): Promise<void> {
    while (!this.#isStopped && (await matureEntries(this.#connections, this.#options.clock())) > 0);
  }
}
