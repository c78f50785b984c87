import type { RowList } from './RowList.js';
import type { Statement } from './Statement.js';

const texts = new Map<string, string>();

/**
 * Puts the name into the text as well, so that `pg_stat_activity` and the server's log tell who asks. Throws when the name is another
 * statement's already, which the server would refuse only on a connection that has prepared both.
 */
export function namedStatement(name: string, text: string, ...lists: RowList[]): Statement {
  const known = texts.get(name);
  if (known !== undefined && known !== text) throw new TypeError(`two statements have the name ${name}`);
  texts.set(name, text);
  return { name, text: `/* reftally:${name} */ ${text}`, lists };
}
