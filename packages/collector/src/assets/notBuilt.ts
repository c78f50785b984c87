import { HttpError } from '../http/HttpError.js';

/** A 503 that says what to run; `what` begins the sentence. */
export function notBuilt(what: string): HttpError {
  return new HttpError(
    503,
    'not-built',
    `${what} is not built: run "npm run build" and start the collector again.`,
  );
}
