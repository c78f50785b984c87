import type pg from 'pg';
import { StartError } from '../StartError.js';
import type { Migration } from './migrationsIn.js';

/** Any number, as long as no other program locks the same one in our database. */
const LOCK = 7_334_825_559;

const TABLE =
  'CREATE TABLE IF NOT EXISTS reftally_migrations (name TEXT PRIMARY KEY, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())';

/**
 * Brings the schema up to date in one transaction; of several collectors that start at once one does it, and the others wait for it. Rejects
 * with a `StartError` when a newer version has changed the schema, or when the user may not.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const known = migrations.map(({ name }) => name);
  if (missingOf(known, await appliedTo(pool)).length === 0) return;
  const client = await pool.connect();
  try {
    await client.query('/* reftally:migrate */ BEGIN');
    await client.query(`/* reftally:migrate */ SELECT pg_advisory_xact_lock(${LOCK})`);
    await client.query(TABLE);
    await apply(client, migrations, missingOf(known, await namesIn(client)));
    await client.query('/* reftally:migrate */ COMMIT');
    client.release();
  } catch (cause) {
    client.release(true); // Which rolls back.
    throw explain(cause);
  }
}

async function appliedTo(client: pg.Pool): Promise<string[]> {
  const [table] = (await client.query("SELECT to_regclass('reftally_migrations') IS NOT NULL AS is_there"))
    .rows;
  return table.is_there ? namesIn(client) : [];
}

async function namesIn(client: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM reftally_migrations ORDER BY name');
  return rows.map(({ name }) => name);
}

/** Throws a `StartError` on what this version does not know. */
function missingOf(known: readonly string[], applied: readonly string[]): string[] {
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new StartError(
      `The database belongs to a newer version of Reftally, which has made the change ${newer.at(-1)}: start that version, or name another database with --store`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

async function apply(
  client: pg.PoolClient,
  migrations: readonly Migration[],
  missing: readonly string[],
): Promise<void> {
  for (const { name, sql } of migrations) {
    if (!missing.includes(name)) continue;
    await client.query(`/* reftally:migrate ${name} */ ${sql}`);
    await client.query('INSERT INTO reftally_migrations (name) VALUES ($1)', [name]);
  }
}

const NO_PRIVILEGE = '42501';

function explain(cause: unknown): unknown {
  if ((cause as { code?: unknown }).code !== NO_PRIVILEGE) return cause;
  return new StartError(
    'The user of --store may not make tables: GRANT CREATE ON SCHEMA public TO it, or make it the owner of the database',
    { cause },
  );
}
