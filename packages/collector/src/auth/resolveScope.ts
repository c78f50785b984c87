import type { Partner, Site } from '@reftally/core';
import type { Store } from '@reftally/store';
import { HttpError } from '../http/HttpError.js';
import { type Action, authorize, type Target } from './authorize.js';
import type { Principal } from './Principal.js';

/** The site that a request is about, and the one partner, if it is about one only. */
export type Scope = { site: Site; partner?: Partner };

/**
 * Finds out what a request is about and whether that is allowed. What the asker is bound to need not be named; the operator may leave
 * the site out when there is just one, or when the partner says it.
 */
export async function resolveScope(
  principal: Principal,
  action: Action,
  asked: Target,
  store: Store,
): Promise<Scope> {
  const wanted = { site: asked.site ?? principal.site, partner: asked.partner ?? principal.partner };
  if (principal.role !== 'admin') authorize(principal, action, wanted);
  const partner = wanted.partner === undefined ? undefined : await findPartner(wanted.partner, store);
  const site = await findSite(wanted.site ?? partner?.site, store);
  authorize(principal, action, { site: partner?.site ?? site.id, partner: partner?.id });
  if (!partner) return { site };
  if (partner.site !== site.id) {
    throw new HttpError(404, 'not-found', `Site "${site.id}" has no partner "${partner.id}".`, {
      field: 'partner',
    });
  }
  return { site, partner };
}

async function findPartner(id: string, store: Store): Promise<Partner> {
  const partner = await store.partner(id);
  if (partner) return partner;
  throw new HttpError(404, 'not-found', `There is no partner "${id}".`, { field: 'partner' });
}

async function findSite(id: string | undefined, store: Store): Promise<Site> {
  if (id !== undefined) {
    const site = await store.site(id);
    if (site) return site;
    throw new HttpError(404, 'not-found', `There is no site "${id}".`, { field: 'site' });
  }
  const { rows } = await store.sites({ limit: 2 });
  const [only, second] = rows;
  if (only && !second) return only;
  const message = only
    ? 'site: there are several sites; name the one that is meant.'
    : 'There is no site yet; add one.';
  throw new HttpError(400, 'invalid-request', message, { field: 'site' });
}
