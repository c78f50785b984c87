import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { clientIp } from '../http/clientIp.js';
import { HttpError } from '../http/HttpError.js';
import { networkOf } from '../http/networkOf.js';
import type { Services } from '../Services.js';
import { checkSameOrigin } from './checkSameOrigin.js';
import { principalOfKey } from './principalOfKey.js';
import { principalOfToken } from './principalOfToken.js';
import type { Session } from './Session.js';
import { seePartner } from './seePartner.js';
import { sessionCookie } from './sessionCookie.js';
import { sha256 } from './sha256.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks: `Authorization: Bearer KEY`, else the session cookie; 401 otherwise. */
export function createAuthenticate(services: Services): (req: Request) => Promise<Session> {
  return async (req) => {
    const header = req.get('authorization');
    if (header !== undefined) return byKey(header, req, services);
    const secret = parseCookie(req.get('cookie') ?? '')[sessionCookie];
    if (secret === undefined) throw unauthorized('Send a key as "Authorization: Bearer KEY", or sign in.');
    if (!SAFE.has(req.method)) checkSameOrigin(req, services.publicUrl);
    const session = await bySession(secret, services);
    await seePartner(req, session.principal, services);
    return session;
  };
}

async function byKey(header: string, req: Request, services: Services): Promise<Session> {
  const key = /^Bearer +(\S+) *$/i.exec(header)?.[1];
  const principal = key === undefined ? undefined : await principalOfKey(key, services);
  if (principal) return { principal };
  services.limitSignIns(networkOf(clientIp(req, services.trustProxy)), 1);
  throw unauthorized(
    'Nobody has this key: expected "Authorization: Bearer" and the admin key or a site\'s secret key.',
  );
}

async function bySession(secret: string, { store, clock }: Services): Promise<Session> {
  const token = await store.token('session', sha256(secret), clock());
  const principal = token && principalOfToken(token);
  if (!principal) throw unauthorized('The session is over: sign in again.');
  return { principal, expiresAt: token.expiresAt };
}

function unauthorized(message: string): HttpError {
  return new HttpError(401, 'unauthorized', message, { headers: { 'WWW-Authenticate': 'Bearer' } });
}
