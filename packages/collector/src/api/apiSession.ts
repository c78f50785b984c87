import type { Store } from '@reftally/store';
import type { Session } from '../auth/Session.js';
import { HttpError } from '../http/HttpError.js';
import { apiPartner } from './apiPartner.js';
import { apiSite } from './apiSite.js';
import { apiTime } from './apiTime.js';

/** Who is signed in, with what their pages show first. */
export async function apiSession({ principal, expiresAt }: Session, store: Store): Promise<object> {
  const ends = expiresAt === undefined ? {} : { expiresAt: apiTime(expiresAt) };
  if (principal.role === 'admin') return { role: principal.role, ...ends };
  const site = await store.site(principal.site);
  const partner = principal.partner === undefined ? undefined : await store.partner(principal.partner);
  if (!site || (principal.role === 'partner' && !partner)) {
    throw new HttpError(401, 'unauthorized', 'What this session was for is gone: sign in again.');
  }
  const { id, name, landingUrl, currencies, timeZone } = apiSite(site);
  const session = { role: principal.role, ...ends, site: { id, name, landingUrl, currencies, timeZone } };
  if (!partner) return session;
  const {
    site: _site,
    email: _email,
    payout: _payout,
    createdAt: _createdAt,
    ...shown
  } = apiPartner(partner, site);
  return { ...session, partner: shown };
}
