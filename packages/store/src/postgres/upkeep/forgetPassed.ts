import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { query } from '../query.js';
import type { Statement } from '../Statement.js';

const DAY_MS = 86_400_000;

/** One collector a day gets its row. */
const CLAIM = namedStatement(
  'chores.claim',
  `INSERT INTO chores AS c (name, done_at) VALUES ('forget', $1)
    ON CONFLICT (name) DO UPDATE SET done_at = EXCLUDED.done_at WHERE c.done_at <= EXCLUDED.done_at - ${DAY_MS} RETURNING name`,
);
/** What nothing can ask for any more: hashes of clients are of one day, and a commit is tried again within a minute. */
const PASSED: readonly Statement[] = [
  namedStatement('forget.clicks', `DELETE FROM clicks WHERE decided < $1::bigint - ${2 * DAY_MS}`),
  namedStatement('forget.seen', `DELETE FROM seen_clients WHERE at < $1::bigint - ${2 * DAY_MS}`),
  namedStatement('forget.commits', `DELETE FROM commits WHERE at < $1::bigint - ${DAY_MS}`),
  namedStatement('forget.tokens', 'DELETE FROM tokens WHERE expires_at <= $1::bigint'),
];

/** Once a day, whoever comes first: deletes what has passed at a time (ms). Resolves to whether it was this one. */
export async function forgetPassed({ pool, prepare }: Connections, now: number): Promise<boolean> {
  const [claimed] = await query(pool, prepare, CLAIM, [now]);
  if (claimed) for (const statement of PASSED) await query(pool, prepare, statement, [now]);
  return claimed !== undefined;
}
