import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** How many facts a copy into a store has come to, and whether it has finished; 0 before it was begun. */
export async function copiedFacts(url: string): Promise<{ facts: number; finished: boolean }> {
  const none = { facts: 0, finished: false };
  if (!url.startsWith('file:')) return (await inDatabase(url)) ?? none;
  try {
    return JSON.parse(readFileSync(join(url.slice('file:'.length), '.copy'), 'utf8'));
  } catch {
    return none;
  }
}

async function inDatabase(url: string): Promise<{ facts: number; finished: boolean } | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ facts: string; finished: boolean }>(
      'SELECT facts, finished FROM copies',
    );
    return rows[0] && { facts: Number(rows[0].facts), finished: rows[0].finished };
  } catch {
    return undefined; // The table is not there yet.
  } finally {
    await client.end();
  }
}
