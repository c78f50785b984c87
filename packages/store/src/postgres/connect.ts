import pg from 'pg';
import { explainConnecting } from './explainConnecting.js';
import { poolConfigOf } from './poolConfigOf.js';

/** A pool of connections; `prepare` says whether statements may be prepared on them by name. */
export type Connections = { pool: pg.Pool; prepare: boolean };

/** Makes a pool, and sure that the database can be reached and is ours to use. Rejects with a `StartError` that names `--store`. */
export async function connect(url: string): Promise<Connections> {
  const { config, prepare } = poolConfigOf(url);
  const pool = new pg.Pool(config);
  // A connection that is cut off says so to whoever uses it; the pool makes another when one is needed.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    (await pool.connect()).release();
    return { pool, prepare };
  } catch (cause) {
    await pool.end();
    throw explainConnecting(cause, url);
  }
}
