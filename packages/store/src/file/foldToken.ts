import type { Token } from '../Token.js';
import type { State } from './State.js';

/** Folds a new token into the state, and forgets those at the front that have expired by then. */
export function foldToken(state: State, token: Token): void {
  const tokens = state.tokens[token.kind];
  for (const [hash, { expiresAt }] of tokens) {
    if (expiresAt > token.createdAt) break;
    tokens.delete(hash);
  }
  tokens.set(token.hash, token);
}
