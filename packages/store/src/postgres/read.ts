import type { Connections } from './connect.js';
import { query } from './query.js';
import { retry } from './retry.js';
import type { Statement } from './Statement.js';

/** Runs a statement that only reads, outside of a transaction, and resolves to its rows. Rejects with an `UnavailableError` when the database is to blame. */
export function read<R extends object>(
  { pool, prepare }: Connections,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<R[]> {
  return retry(() => query<R>(pool, prepare, statement, values.map(storable)));
}

/** PostgreSQL refuses texts with a NUL. None is stored, so that looking for one finds nothing, as looking for its stand-in does. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\u{fffd}') : value;
}
