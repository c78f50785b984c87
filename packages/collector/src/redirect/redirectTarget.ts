import type { Link, Site } from '@reftally/core';
import type { RedirectRequest } from './parseRedirect.js';
import { referralLink } from './referralLink.js';

/**
 * Where `/l/CODE/any/path?x=y` leads: that page of the site, the query kept and `ref=CODE` set. The path is put behind the site's own
 * origin and is never resolved against it, so that no spelling of it (`//evil`, `/\evil`, `/%2f…`) can name another host.
 */
export function redirectTarget(
  site: Pick<Site, 'landingUrl'>,
  link: Pick<Link, 'path'>,
  { code, path, query }: RedirectRequest,
): string {
  const asked = path.replace(/^[/\\]+/, '');
  const page = asked === '' ? link.path : `/${asked}`;
  const { origin, pathname, search } = new URL(site.landingUrl);
  const [own = '', ownQuery = ''] = (page ?? pathname + search).split('?');
  const whole = [ownQuery, query].filter(Boolean).join('&');
  const target = new URL(referralLink(site, code, whole ? `${own}?${whole}` : own));
  return target.origin === origin ? target.href : referralLink(site, code);
}
