import type pg from 'pg';

/** Somebody reads the log, or another collector has dropped it. */
const LATER: ReadonlySet<unknown> = new Set(['55P03', '40P01', '42P01', '42809']);

/** Drops a partition of the log, unless somebody is in the way: then another time. Statements sent together are a transaction. PostgreSQL only. */
export async function dropPartition(pool: pg.Pool, table: string): Promise<void> {
  try {
    await pool.query(
      `/* reftally:partitions.drop */ SET LOCAL lock_timeout = '2s';
        ALTER TABLE facts DETACH PARTITION ${table};
        DROP TABLE ${table}`,
    );
  } catch (error) {
    if (!LATER.has((error as { code?: unknown }).code)) throw error;
  }
}
