import { namedStatement } from './namedStatement.js';
import type { Statement } from './Statement.js';

/**
 * Begins a transaction whose statements look rows up by their keys. PostgreSQL knows nothing of how many rows a list has, and little of a table that
 * grows by the minute: left alone it reads whole tables to find sixty rows. Nor does it keep its plan: one for the very list that it is given seems
 * cheaper than one for any, and to make it takes longer than to run it. PostgreSQL only; other databases need the first of these alone.
 */
export const beginWriting: readonly Statement[] = [
  namedStatement('write', 'BEGIN ISOLATION LEVEL READ COMMITTED'),
  namedStatement(
    'write.settings',
    `SELECT set_config(name, value, true) FROM (VALUES ('enable_seqscan', 'off'), ('enable_hashjoin', 'off'),
      ('enable_mergejoin', 'off'), ('jit', 'off'), ('plan_cache_mode', 'force_generic_plan')) AS s(name, value)`,
  ),
];
