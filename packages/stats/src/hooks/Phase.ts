import type { ApiError } from '../api/ApiError.js';
import type { Session } from '../api/Session.js';

/** Where signing in stands. `bad-link`: unknown, used or expired; `ended`: was signed in; `left`: signed out by hand. */
export type Phase =
  | { name: 'starting' }
  | { name: 'signed-in'; session: Session; staleLink?: boolean }
  | { name: 'signed-out'; why: 'no-session' | 'bad-link' | 'ended' | 'left' }
  | { name: 'failed'; error: ApiError; retry: () => void };
