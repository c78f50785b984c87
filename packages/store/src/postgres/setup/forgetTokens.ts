import { namedStatement } from '../namedStatement.js';

/** Forgets the tokens that have expired at a time ($1, ms), but for one. */
export const forgetTokens = namedStatement(
  'token.forget',
  'DELETE FROM tokens WHERE expires_at <= $1 AND (kind, hash) <> ($2, $3)',
);
