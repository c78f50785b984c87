import type { Site } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';
import { isWithin } from '../http/isWithin.js';

/** What the fields of a site must be to each other, whichever of them was changed; 400 that names the one to look at. */
export function checkSite(site: Pick<Site, 'landingUrl' | 'origins' | 'tag'>): void {
  checkLanding(site);
  checkCookieDomain(site);
}

/** The page to which referral links lead must be one that may send events, or nobody who arrives there would ever be counted. */
function checkLanding({ landingUrl, origins }: Pick<Site, 'landingUrl' | 'origins'>): void {
  const { origin } = new URL(landingUrl);
  if (origins.includes(origin)) return;
  const message = `landingUrl: its origin ${origin} is not one of origins (${origins.join(', ')}); add it there.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'landingUrl' });
}

/** A cookie for another domain is refused by every browser. */
function checkCookieDomain({ origins, tag }: Pick<Site, 'origins' | 'tag'>): void {
  const domain = tag?.cookieDomain ?? 'auto';
  if (domain === 'auto' || domain === 'none') return;
  if (origins.some((origin) => origin !== 'null' && isWithin(new URL(origin).hostname, domain))) return;
  const message = `tag.cookieDomain: none of origins (${origins.join(', ')}) is on ${domain}: expected a domain of the shop's.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'tag' });
}
