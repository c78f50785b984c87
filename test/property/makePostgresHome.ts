import pg from 'pg';
import { parseFact } from '../../packages/store/dist/file/parseFact.js';
import type { PostgresStores } from '../contract/makePostgresStores.js';
import type { Home } from './Home.js';

/** The database of a test's server, emptied in the end. */
export async function makePostgresHome({ make, url }: PostgresStores): Promise<Home> {
  const facts = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ body: string }>('SELECT body FROM facts ORDER BY seq');
      return rows.flatMap(({ body }) => parseFact(body) ?? []);
    } finally {
      await client.end();
    }
  };
  return { ...(await make()), facts };
}
