import type { Token } from '../../Token.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';

const FIND = namedStatement(
  'token.find',
  'SELECT body FROM tokens WHERE kind = $1 AND hash = $2 AND expires_at > $3',
);

/** The token, unless it is unknown or has expired at a time (ms). */
export async function readToken(
  connections: Connections,
  kind: Token['kind'],
  hash: string,
  now: number,
): Promise<Token | undefined> {
  const [row] = await read<{ body: string }>(connections, FIND, [kind, hash, now]);
  return row && (JSON.parse(row.body) as Token);
}
