import type pg from 'pg';
import type { Statement } from './Statement.js';

/** Runs a statement, prepared by its name or not, and resolves to its rows. */
export async function query<R extends object>(
  client: pg.Pool | pg.PoolClient,
  prepare: boolean,
  { name, text }: Statement,
  values: unknown[] = [],
): Promise<R[]> {
  const config = prepare ? { name, text, values } : { text, values };
  return (await client.query<R & pg.QueryResultRow>(config)).rows;
}
