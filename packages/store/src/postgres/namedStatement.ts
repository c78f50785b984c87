import type { Statement } from './Statement.js';

/** Puts the name into the text as well, so that `pg_stat_activity` and the server's log tell who asks. */
export function namedStatement(name: string, text: string): Statement {
  return { name, text: `/* reftally:${name} */ ${text}` };
}
