import type { Site } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

/** Pages may send only from the site's own origins. No `Origin` at all means no browser, which could write any into it. */
export function checkOrigin({ id, origins }: Site, origin: string | undefined): void {
  if (origin === undefined || origins.includes(origin)) return;
  throw new HttpError(
    403,
    'origin-not-allowed',
    `Pages of ${origin.slice(0, 200)} may not send for site "${id}": add this origin to the site's origins.`,
  );
}
