import type { IncomingMessage } from 'node:http';
import { defaultTag, type Site, type Tag } from '@reftally/core';
import { isWithin } from '../http/isWithin.js';
import { ownHosts } from '../http/ownHosts.js';
import type { Services } from '../Services.js';
import { cookieDomain } from './cookieDomain.js';

const DAY_SECONDS = 86_400;
const defaults = defaultTag();

/** What the script writes: nothing that could end a header or begin another attribute. */
const VALUE = /^1!(-1|\d{1,2})![\w!*.~-]+$/;

/**
 * The script's own cookie, set once more by header: same value, same domain. Safari keeps what a script writes for 7 days at most, and
 * what the shop's own server sets for as long as it says. Undefined when there is nothing to refresh: the cookie was not sent or is not
 * as the script writes it, the page is not on the collector's own site, or the visitor's browser asks not to be followed.
 * `origin` is one of the site's.
 */
export function refreshedCookie(
  req: IncomingMessage,
  origin: string,
  { tag = defaults }: Pick<Site, 'tag'>,
  services: Pick<Services, 'trustProxy' | 'publicUrl'>,
): string | undefined {
  const value = sentValue(req.headers.cookie, tag.cookie);
  const scope = VALUE.exec(value)?.[1];
  if (scope === undefined || value.length > 200 || isUnwanted(req, tag)) return undefined;
  const { hostname, protocol } = new URL(origin);
  const domain = cookieDomain(Number(scope), hostname, tag.cookieDomain);
  if (domain === undefined) return undefined;
  const isOurs = (host: string) =>
    host === hostname || (domain !== '' && tag.credentials && isWithin(host, domain));
  if (!ownHosts(req, services).some(isOurs)) return undefined;
  // As the script does: by the page's scheme, or a page on plain http could no longer change it.
  const attributes = [domain && `Domain=${domain}`, protocol === 'https:' && 'Secure', 'SameSite=Lax'];
  return [`${tag.cookie}=${value}`, 'Path=/', `Max-Age=${tag.days * DAY_SECONDS}`, ...attributes]
    .filter(Boolean)
    .join('; ');
}

/** The first of that name, which is the one that the script reads. */
function sentValue(cookies: string | undefined, name: string): string {
  return `; ${cookies ?? ''}`.split(`; ${name}=`, 2)[1]?.split(';', 1)[0] ?? '';
}

function isUnwanted({ headers }: IncomingMessage, { gpc }: Tag): boolean {
  // Browsers say it, and no page can make them say anything else.
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  return headers['sec-gpc'] === '1' && gpc !== 'ignore';
}
