import { namedStatement } from './namedStatement.js';
import type { Statement } from './Statement.js';

/**
 * Begins a transaction whose statements look rows up by their keys. PostgreSQL knows nothing of how many rows a list has, and little of a table that
 * grows by the minute: left alone it reads whole tables to find sixty rows. PostgreSQL only; other databases need the first of these alone.
 */
export const beginWriting: readonly Statement[] = [
  namedStatement('write', 'BEGIN ISOLATION LEVEL READ COMMITTED'),
  namedStatement(
    'write.settings',
    `SELECT set_config(name, 'off', true)
      FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) AS name`,
  ),
];
