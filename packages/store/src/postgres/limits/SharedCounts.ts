import { randomUUID } from 'node:crypto';
import type { Taken } from '../../Taken.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { retryTransaction } from '../retryTransaction.js';

/** Each has rows of its own, so that collectors do not wait for each other, and what is told twice counts once. */
const SHARE = namedStatement(
  'limits.share',
  `WITH mine AS (SELECT key, points FROM json_to_recordset($1) AS k(key text, points bigint)),
      told AS (INSERT INTO limits AS l (minute, key, owner, taken) SELECT $2::integer, key, $3::uuid, points FROM mine
        ON CONFLICT (minute, key, owner) DO UPDATE SET taken = greatest(l.taken, EXCLUDED.taken))
    SELECT mine.key, sum(l.taken) AS taken FROM mine JOIN limits l ON l.minute = $2::integer AND l.key = mine.key
      WHERE l.owner <> $3::uuid GROUP BY mine.key`,
);

type Others = { key: string; taken: number };

/** What the collectors of one database have taken of rate limits; this one under a name of its own. */
export class SharedCounts {
  readonly #connections: Connections;
  readonly #owner = randomUUID();

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** See `Store.shareTaken`. */
  async share(taken: readonly Taken[], minute: number): Promise<number[]> {
    const values = [JSON.stringify(taken), minute, this.#owner];
    const others = await retryTransaction(this.#connections, async (run) => ({
      value: await run<Others>(SHARE, ...values),
    }));
    const byKey = new Map(others.map((row) => [row.key, row.taken]));
    return taken.map(({ key }) => byKey.get(key) ?? 0);
  }
}
