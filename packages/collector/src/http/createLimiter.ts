import type { Limiter } from './Limiter.js';
import { tooMuch } from './tooMuch.js';

const WINDOW_MS = 60_000;

/** What a key has taken in its minute, which began with its first request. */
type Account = { taken: number; until: number };

/**
 * Allows each key so many points a minute; 0 means no limit. Accounts are kept in two generations, of which the older is dropped whole
 * once all of its minutes are over: a timer for each, as libraries have it, costs more than the rest of the counting. `now` in ms.
 */
export function createLimiter(pointsPerMinute: number, now: () => number = () => performance.now()): Limiter {
  if (pointsPerMinute === 0) return () => undefined;
  let recent = new Map<string, Account>();
  let older = new Map<string, Account>();
  let since = now();

  function accountOf(key: string, at: number): Account {
    if (at - since >= WINDOW_MS) {
      older = recent;
      recent = new Map();
      since = at;
    }
    const known = recent.get(key) ?? older.get(key);
    if (known && known.until > at) return known;
    const account = { taken: 0, until: at + WINDOW_MS };
    recent.set(key, account);
    return account;
  }

  return (key, points) => {
    const at = now();
    const account = accountOf(key, at);
    account.taken += points;
    if (account.taken > pointsPerMinute) throw tooMuch(account.until - at);
  };
}
