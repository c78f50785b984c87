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

/** Records events in groups: what comes while as many transactions are under way as there may be goes into the next one. */
export class PostgresRecorder {
  readonly #connections: Connections;
  readonly #slot: number;
  readonly #retentionDays: number;
  readonly #lanes: Lanes<Call>;

  /** `slot`: a small number, by best no other process's, where this one counts totals; `retentionDays` as of the store. */
  constructor(connections: Connections, slot: number, retentionDays: number) {
    this.#connections = connections;
    this.#slot = slot;
    this.#retentionDays = retentionDays;
    this.#lanes = new Lanes({ lanes: LANES, keysOf: callKeys, commit: (calls) => this.#record(calls) });
  }

  async record(site: string, events: readonly TrackedEvent[], now: number): Promise<Recorded[]> {
    const stray = events.find((event) => event.site !== site);
    if (stray) throw new TypeError(`The event ${stray.id} is of another site`);
    const call: Call = { site, events, now };
    await this.#lanes.add(call);
    if (call.failure) throw call.failure;
    return call.rows ?? [];
  }

  #record(calls: readonly Call[]): Promise<void> {
    const keys = new EventKeys(calls);
    const claims: number[] = [];
    return retryTransaction(this.#connections, (run) => {
      claims.push(randomInt(MAX_CLAIM));
      const [slot, retentionDays] = [this.#slot, this.#retentionDays];
      return recordCalls(run, { calls, keys, claims, slot, retentionDays });
    });
  }
}
