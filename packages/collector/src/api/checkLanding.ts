import type { Site } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

/** The page to which referral links lead must be one that may send events, or nobody who arrives there would ever be counted. */
export function checkLanding({ landingUrl, origins }: Pick<Site, 'landingUrl' | 'origins'>): void {
  const { origin } = new URL(landingUrl);
  if (origins.includes(origin)) return;
  const message = `landingUrl: its origin ${origin} is not one of origins (${origins.join(', ')}); add it there.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'landingUrl' });
}
