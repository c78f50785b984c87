import { parseCookie } from 'cookie';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { checkSameOrigin } from '../auth/checkSameOrigin.js';
import { createAuthenticate } from '../auth/createAuthenticate.js';
import { newSecret } from '../auth/newSecret.js';
import type { Principal } from '../auth/Principal.js';
import { principalOfKey } from '../auth/principalOfKey.js';
import { principalOfToken } from '../auth/principalOfToken.js';
import { sessionCookie } from '../auth/sessionCookie.js';
import { sha256 } from '../auth/sha256.js';
import { clientIp } from '../http/clientIp.js';
import { HttpError } from '../http/HttpError.js';
import { networkOf } from '../http/networkOf.js';
import { ownUrl } from '../http/ownUrl.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiSession } from './apiSession.js';

const HOUR_MS = 3_600_000;
/** A partner looks in now and then; whoever can change things signs in every working day. */
const LIFETIME_MS: Record<Principal['role'], number> = {
  partner: 30 * 24 * HOUR_MS,
  site: 12 * HOUR_MS,
  admin: 12 * HOUR_MS,
};

const signInBody = strictShape({
  token: z.string().max(256).optional(),
  key: z.string().max(256).optional(),
}).refine(({ token, key }) => (token === undefined) !== (key === undefined), {
  path: ['token'],
  error: 'expected either a token (of a sign-in link) or a key',
});

/** `/session`: signing in to the pages, by a partner's link or a key, and out. */
export function addSessionRoutes(router: Router, services: Services): void {
  route(router, '/session', {
    post: signIn(services),
    get: showSession(services),
    delete: signOut(services),
  });
}

function signIn(services: Services): RouteHandler {
  return async (req, res) => {
    // Signing somebody in to another account is a trick too.
    if (req.get('origin') !== undefined || req.get('sec-fetch-site') !== undefined) {
      checkSameOrigin(req, services.publicUrl);
    }
    const principal = await identify(parseInput(signInBody, req.body), services);
    if (!principal) throw await wrong(req, services);
    const expiresAt = await startSession(principal, req, res, services);
    res.json(await apiSession({ principal, expiresAt }, services.store));
  };
}

async function identify(
  { token, key }: z.output<typeof signInBody>,
  services: Services,
): Promise<Principal | undefined> {
  if (key !== undefined) return principalOfKey(key, services);
  const taken = await services.store.takeToken('access', sha256(token ?? ''), services.clock());
  return taken && principalOfToken(taken);
}

async function wrong(req: Request, { limitSignIns, trustProxy }: Services): Promise<HttpError> {
  limitSignIns(networkOf(clientIp(req, trustProxy)), 1);
  return new HttpError(
    401,
    'unauthorized',
    'This link or key does not work: a link works once and for a week. Ask for a new one.',
  );
}

async function startSession(
  principal: Principal,
  req: Request,
  res: Response,
  services: Services,
): Promise<number> {
  const secret = newSecret();
  const createdAt = services.clock();
  const expiresAt = createdAt + LIFETIME_MS[principal.role];
  await services.store.addToken({
    hash: sha256(secret),
    kind: 'session',
    ...principal,
    createdAt,
    expiresAt,
  });
  const maxAge = LIFETIME_MS[principal.role];
  res.cookie(sessionCookie, secret, { ...cookieOptions(req, services), maxAge });
  return expiresAt;
}

function cookieOptions(req: Request, { publicUrl }: Services) {
  const secure = ownUrl(req, publicUrl).startsWith('https:');
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}

function showSession(services: Services): RouteHandler {
  const authenticate = createAuthenticate(services);
  return async (req, res) => {
    res.json(await apiSession(await authenticate(req), services.store));
  };
}

function signOut(services: Services): RouteHandler {
  return async (req, res) => {
    checkSameOrigin(req, services.publicUrl);
    const secret = parseCookie(req.get('cookie') ?? '')[sessionCookie];
    if (secret !== undefined) await services.store.takeToken('session', sha256(secret), services.clock());
    res.clearCookie(sessionCookie, cookieOptions(req, services)).status(204).end();
  };
}
