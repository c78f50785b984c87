import type { IncomingMessage } from 'node:http';
import type { Site } from '@reftally/core';
import type { Services } from '../Services.js';
import { refreshedCookie } from './refreshedCookie.js';

const NONE: readonly string[] = [];

/** What the answer to a page of the site carries besides: names and values by turns. The request's origin has been checked. */
export function siteHeaders(
  req: IncomingMessage,
  site: Pick<Site, 'tag'>,
  services: Pick<Services, 'trustProxy' | 'publicUrl'>,
): readonly string[] {
  const { origin, cookie } = req.headers;
  if (origin === undefined || origin === 'null') return NONE;
  const headers = site.tag?.credentials ? ['Access-Control-Allow-Credentials', 'true'] : [];
  if (cookie === undefined) return headers;
  const refreshed = refreshedCookie(req, origin, site, services);
  if (refreshed !== undefined) headers.push('Set-Cookie', refreshed);
  return headers;
}
