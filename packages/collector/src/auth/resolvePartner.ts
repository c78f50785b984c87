import type { Partner, Site } from '@reftally/core';
import type { Store } from '@reftally/store';
import { HttpError } from '../http/HttpError.js';
import type { Action } from './authorize.js';
import type { Principal } from './Principal.js';
import { resolveScope } from './resolveScope.js';

/** The partner that an address names, and its site; 403 or 404 otherwise. */
export async function resolvePartner(
  principal: Principal,
  action: Action,
  id: string,
  store: Store,
): Promise<{ site: Site; partner: Partner }> {
  const { site, partner } = await resolveScope(principal, action, { partner: id }, store);
  if (!partner) throw new HttpError(404, 'not-found', `There is no partner "${id}".`);
  return { site, partner };
}
