import { beginReading } from './beginReading.js';
import type { Connections } from './connect.js';
import { namedStatement } from './namedStatement.js';
import { query } from './query.js';
import { retry } from './retry.js';
import type { Transaction } from './transaction.js';

const EXPORT = namedStatement('snapshot', 'SELECT pg_export_snapshot() AS id');

/**
 * Runs a function that only reads, all of it as of one moment. What is asked on `other` goes on beside what is asked on `one`; both are the same
 * where no connection is to be had at once, since whoever holds one must not wait for a second. Rejects with an `UnavailableError` when the
 * database is to blame.
 */
export function snapshot<T>(
  connections: Connections,
  run: (one: Transaction, other: Transaction) => Promise<T>,
): Promise<T> {
  return retry(() =>
    reading(connections, beginReading.anew, async (one) => {
      if (!hasConnection(connections)) return run(one, one);
      const [{ id } = { id: '' }] = await one.ask<{ id: string }>(EXPORT);
      return reading(connections, beginReading.asOf(id), (other) => run(one, other));
    }),
  );
}

/** Whether the pool would give a connection without waiting for one to come back. */
function hasConnection({ pool }: Connections): boolean {
  return pool.waitingCount < pool.idleCount || pool.totalCount < pool.options.max;
}

async function reading<T>(
  { pool, prepare }: Connections,
  begin: string,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await run({ ask: (statement, values) => query(client, prepare, statement, values) });
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true); // It reads only: there is nothing to roll back.
    throw error;
  }
}
