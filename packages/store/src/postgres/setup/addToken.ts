import { ConflictError } from '../../ConflictError.js';
import type { Token } from '../../Token.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { once } from '../once.js';
import { forgetTokens } from './forgetTokens.js';

const ADD = namedStatement(
  'token.add',
  'INSERT INTO tokens (kind, hash, expires_at, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING hash',
);
/** Adds a token, and forgets those that have expired by then. Rejects with a `ConflictError`. */
export function addToken(connections: Connections, token: Token): Promise<void> {
  const { kind, hash, createdAt, expiresAt } = token;
  return once(connections, async (transaction) => {
    const [added] = await transaction.ask(ADD, [kind, hash, expiresAt, JSON.stringify(token)]);
    if (!added) throw new ConflictError('This token is there already');
    await transaction.ask(forgetTokens, [createdAt, kind, hash]);
    await addFact(transaction, token.site ?? '', { token });
  });
}
