import { randomUUID } from 'node:crypto';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { query } from '../query.js';
import { retry } from '../retry.js';
import type { Statement } from '../Statement.js';

/** Longer than rounds of upkeep are apart. */
const LEASE_MS = 4 * 3_600_000;

const RENEW = namedStatement('slot.renew', 'UPDATE slots SET until = $2 WHERE owner = $1 RETURNING slot');
const TAKE = namedStatement(
  'slot.take',
  `UPDATE slots SET owner = $1, until = $2
    WHERE slot = (SELECT slot FROM slots WHERE until <= $3 ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING slot`,
);
const ADD = namedStatement(
  'slot.add',
  `INSERT INTO slots (slot, owner, until) SELECT coalesce(max(slot) + 1, 0), $1, $2 FROM slots
    ON CONFLICT DO NOTHING RETURNING slot`,
);
const FREE = namedStatement('slot.free', 'UPDATE slots SET until = 0 WHERE owner = $1');

/** A small number that no other collector has while it is renewed; two that had the same one would only wait for each other. */
export class SlotLease {
  readonly #connections: Connections;
  readonly #owner = randomUUID();

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** Takes the lowest that is free at a time (ms), or keeps what it has. */
  async take(now: number): Promise<number> {
    const values = [this.#owner, now + LEASE_MS];
    for (;;) {
      const slot =
        (await this.#ask(RENEW, values)) ??
        (await this.#ask(TAKE, [...values, now])) ??
        (await this.#ask(ADD, values));
      if (slot !== undefined) return slot;
    }
  }

  /** Gives it back. */
  async free(): Promise<void> {
    await this.#ask(FREE, [this.#owner]);
  }

  #ask(statement: Statement, values: unknown[]): Promise<number | undefined> {
    const { pool, prepare } = this.#connections;
    return retry(async () => (await query<{ slot: number }>(pool, prepare, statement, values))[0]?.slot);
  }
}
