import { hash } from 'node:crypto';
import type { Store } from '@reftally/store';
import { createLimiter } from './http/createLimiter.js';
import type { Limiter } from './http/Limiter.js';
import { SharedLimiter } from './http/SharedLimiter.js';

const SIGN_INS_A_MINUTE = 30;

/** What limits are made of: `salt` makes hashes that nobody else can try addresses against, `clock` is in ms since the epoch. */
export type LimitParts = { store: Store; rateLimit: number; salt: string; clock: () => number };

/** The limits of a collector, shared with those that use the same store if it can have others. */
export function createLimits(parts: LimitParts): { limitEvents: Limiter; limitSignIns: Limiter } {
  return {
    limitEvents: limiterOf('events', parts.rateLimit, parts),
    limitSignIns: limiterOf('sign-ins', SIGN_INS_A_MINUTE, parts),
  };
}

function limiterOf(what: string, pointsPerMinute: number, { store, salt, clock }: LimitParts): Limiter {
  if (!store.shareTaken || pointsPerMinute === 0) return createLimiter(pointsPerMinute);
  const limiter = new SharedLimiter(pointsPerMinute, {
    share: store.shareTaken.bind(store),
    hashOf: (key, minute) => hash('sha256', `${salt}\n${what}\n${minute}\n${key}`, 'hex').slice(0, 32),
    now: clock,
    // Nobody waits for it when the collector ends.
    later: (work, ms) => setTimeout(work, ms).unref(),
  });
  return limiter.take.bind(limiter);
}
