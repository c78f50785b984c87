import type { Link, Site } from '@reftally/core';
import type { Store } from '@reftally/store';
import type { Response, Router } from 'express';
import { HttpError } from '../http/HttpError.js';
import type { RouteHandler } from '../http/route.js';
import type { Services } from '../Services.js';
import { parseRedirect } from './parseRedirect.js';
import { recordClick } from './recordClick.js';
import { redirectTarget } from './redirectTarget.js';
import { unknownLinkPage } from './unknownLinkPage.js';

/** `/l/CODE/any/path?x=y`: the referral link that counts the click itself. */
export function addRedirectRoutes(router: Router, services: Services): void {
  const follow = followLink(services);
  // Mounted and not matched: Express would decode the path, and answer a mistyped escape before anybody friendly could.
  router.use('/l', (req, res) => {
    res.locals.route = '/l';
    if (req.method === 'GET' || req.method === 'HEAD') return follow(req, res);
    throw new HttpError(405, 'method-not-allowed', 'A link is followed by GET.', {
      headers: { Allow: 'GET, HEAD' },
    });
  });
}

function followLink(services: Services): RouteHandler {
  return async (req, res) => {
    const asked = parseRedirect(req.originalUrl);
    const found = asked && (await findLink(asked.code, services.store));
    if (!asked || !found) return sendUnknown(res, services);
    const { site, link } = found;
    const code = link?.code ?? asked.code;
    if (req.method === 'GET') await recordClick(req, { ...asked, code }, site, services);
    res.set({
      'Cache-Control': 'no-store',
      // The shop may learn which site the visitor came from, as it would from a direct link, and no more.
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Robots-Tag': 'noindex, nofollow',
      Location: redirectTarget(site, link ?? {}, { ...asked, code }),
    });
    res.status(302).type('text').send('This link leads on.\n');
  };
}

type Found = { site: Site; link?: Link };

/** A code of several sites says nothing; one that nobody has still leads to the site, if there is just one, and is counted there as unknown. */
async function findLink(code: string, store: Store): Promise<Found | undefined> {
  const [link, other] = await store.linksByCode(code);
  if (other) return undefined;
  if (link) {
    const site = await store.site(link.site);
    return site && { site, link };
  }
  const { rows } = await store.sites({ limit: 2 });
  const [only, second] = rows;
  return only && !second ? { site: only } : undefined;
}

function sendUnknown(res: Response, { metrics }: Services): void {
  metrics.countRefused('/l', 'unknown-link');
  res.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': unknownLinkPage.policy });
  res.status(404).type('html').send(unknownLinkPage.html);
}
