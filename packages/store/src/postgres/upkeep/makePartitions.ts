import type pg from 'pg';
import { type Month, monthsAhead } from './monthsAhead.js';

const AHEAD = 2;
/** Another collector has made it; or somebody reads `facts_other`, which has to be looked through: then in the next round. */
const LATER: ReadonlySet<unknown> = new Set(['42P07', '42710', '23505', '42P16', '42P17', '55P03', '40P01']);
const HAS_ROWS = '23514';

/**
 * Makes the partitions of the log for the month of a time (ms) and two more, so that none is ever missing. PostgreSQL only: another database needs the
 * partition for all others alone, which takes every fact for which there is no month.
 */
export async function makePartitions(pool: pg.Pool, now: number): Promise<void> {
  const months = monthsAhead(now, AHEAD);
  const { rows } = await pool.query<{ relname: string }>(
    '/* reftally:partitions.find */ SELECT relname FROM pg_class WHERE relname = ANY($1) AND relispartition',
    [months.map(({ name }) => `facts_${name}`)],
  );
  const known = new Set(rows.map(({ relname }) => relname));
  for (const month of months) if (!known.has(`facts_${month.name}`)) await makePartition(pool, month);
}

/** Attached and not made in place, since that would have to wait for every transaction that writes. Statements sent together are a transaction. */
async function makePartition(pool: pg.Pool, { name, from, to }: Month): Promise<void> {
  const table = `facts_${name}`;
  try {
    await pool.query(
      `/* reftally:partitions.make */ SET LOCAL lock_timeout = '2s';
        CREATE TABLE ${table} (LIKE facts INCLUDING ALL);
        ALTER TABLE facts ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`,
    );
  } catch (error) {
    const { code } = error as { code?: unknown };
    // Facts of this month are in `facts_other` already: they stay there, and so do those to come.
    if (code !== HAS_ROWS && !LATER.has(code)) throw error;
  }
}
