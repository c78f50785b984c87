import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './HttpError.js';

/** Takes points of a key; rejects with a 429 that has `Retry-After` when none are left in this minute. */
export type Limiter = (key: string, points: number) => Promise<unknown>;

/** Allows each key so many points a minute; 0 means no limit. */
export function createLimiter(pointsPerMinute: number): Limiter {
  if (pointsPerMinute === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
  return (key, points) => limiter.consume(key, points).catch(refuse);
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const seconds = String(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
  throw new HttpError(
    429,
    'rate-limited',
    `Too much from this address: wait ${seconds} s and send the same again.`,
    {
      headers: { 'Retry-After': seconds },
    },
  );
}
