import type { Token } from '../../Token.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { once } from '../once.js';

const TAKE = namedStatement(
  'token.take',
  'DELETE FROM tokens WHERE kind = $1 AND hash = $2 AND expires_at > $3 RETURNING body',
);

/** The token, for whoever comes first. */
export function takeToken(
  connections: Connections,
  kind: Token['kind'],
  hash: string,
  now: number,
): Promise<Token | undefined> {
  return once(connections, async (transaction) => {
    const [row] = await transaction.ask<{ body: string }>(TAKE, [kind, hash, now]);
    if (!row) return undefined;
    const token = JSON.parse(row.body) as Token;
    await addFact(transaction, token.site ?? '', { taken: { kind, hash } });
    return token;
  });
}
