import type { Connections } from './connect.js';
import { isUsable } from './isUsable.js';
import { query } from './query.js';
import { retry } from './retry.js';
import type { Statement } from './Statement.js';

/** One attempt at a transaction. */
export type Transaction = {
  /** Runs a statement and resolves to its rows. */
  ask<R extends object>(statement: Statement, values?: unknown[]): Promise<R[]>;
};

/**
 * Runs a function in a transaction, `READ COMMITTED`, and commits. What may pass by itself (a deadlock, a dead connection) is tried again
 * as a whole, a few times; so is a commit whose answer was lost, which may have succeeded: `run` must find its own traces then. Rejects with
 * whatever `run` throws, and with an `UnavailableError` when the database is to blame.
 */
export function transaction<T>(
  connections: Connections,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return retry(() => runOnce(connections, run));
}

async function runOnce<T>(
  { pool, prepare }: Connections,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('/* reftally:transaction */ BEGIN ISOLATION LEVEL READ COMMITTED');
    const result = await run({ ask: (statement, values) => query(client, prepare, statement, values) });
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(!(await isUsable(client, error)));
    throw error;
  }
}
