import type { Link, Site } from '@reftally/core';
import { referralLink } from '../redirect/referralLink.js';
import { apiTime } from './apiTime.js';

/** A link as the API gives it: `link` leads straight to the page, `redirect` through the collector, which then counts the click itself. */
export function apiLink(
  { id, site, partner, code, path, label, createdAt }: Link,
  of: Site,
  collector: string,
) {
  return {
    id,
    site,
    partner,
    code,
    ...(path && { path }),
    ...(label && { label }),
    link: referralLink(of, code, path),
    redirect: `${collector}/l/${code}`,
    createdAt: apiTime(createdAt),
  };
}
