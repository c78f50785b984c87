import { beginReading } from './beginReading.js';
import type { Connections } from './connect.js';
import { query } from './query.js';
import { retry } from './retry.js';
import type { Transaction } from './transaction.js';

/** Runs a function that only reads, all of it as of one moment. Rejects with an `UnavailableError` when the database is to blame. */
export function snapshot<T>(
  { pool, prepare }: Connections,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return retry(async () => {
    const client = await pool.connect();
    try {
      await client.query(beginReading);
      const result = await run({ ask: (statement, values) => query(client, prepare, statement, values) });
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      client.release(true); // It reads only: there is nothing to roll back.
      throw error;
    }
  });
}
