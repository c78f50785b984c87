import { HttpError } from './HttpError.js';

/** What to throw when a limit is used up for so many ms. */
export function tooMuch(ms: number): HttpError {
  const seconds = String(Math.max(1, Math.ceil(ms / 1000)));
  return new HttpError(
    429,
    'rate-limited',
    `Too much from this address: wait ${seconds} s and send the same again.`,
    { headers: { 'Retry-After': seconds } },
  );
}
