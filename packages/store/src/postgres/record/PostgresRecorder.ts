import { randomInt } from 'node:crypto';
import type { TrackedEvent } from '@reftally/core';
import type { Recorded } from '../../Recorded.js';
import type { Connections } from '../connect.js';
import { retryTransaction } from '../retryTransaction.js';
import type { Call } from './Call.js';
import { callKeys } from './callKeys.js';
import { EventKeys } from './EventKeys.js';
import { Lanes } from './Lanes.js';
import { recordCalls } from './recordCalls.js';

const MAX_CLAIM = 2 ** 48 - 1;
/** While the database works on one group, the collector decides another. */
const LANES = 2;
/** Requests. With 64 connections, one event each, it saves a fifteenth of the time, with batches nothing. */
const WORTHWHILE = 32;

/** `slot`: a small number, by best no other process's, where this one adds up totals; `retentionDays` as of the store; `counted` is told after each group. */
export type RecorderOptions = { slot: number; retentionDays: number; counted: () => void };

/** Records events in groups: what comes while as many transactions are under way as there may be goes into the next one. */
export class PostgresRecorder {
  readonly #connections: Connections;
  readonly #options: RecorderOptions;
  readonly #lanes: Lanes<Call>;

  constructor(connections: Connections, options: RecorderOptions) {
    this.#connections = connections;
    this.#options = options;
    const commit = (calls: readonly Call[]) => this.#record(calls);
    this.#lanes = new Lanes({ lanes: LANES, worthwhile: WORTHWHILE, keysOf: callKeys, commit });
  }

  async record(site: string, events: readonly TrackedEvent[], now: number): Promise<Recorded[]> {
    const stray = events.find((event) => event.site !== site);
    if (stray) throw new TypeError(`The event ${stray.id} is of another site`);
    const call: Call = { site, events, now };
    await this.#lanes.add(call);
    if (call.failure) throw call.failure;
    return call.rows ?? [];
  }

  async #record(calls: readonly Call[]): Promise<void> {
    const { slot, retentionDays, counted } = this.#options;
    const keys = new EventKeys(calls);
    const claims: number[] = [];
    await retryTransaction(this.#connections, (run) => {
      claims.push(randomInt(MAX_CLAIM));
      return recordCalls(run, { calls, keys, claims, slot, retentionDays });
    });
    counted();
  }
}
