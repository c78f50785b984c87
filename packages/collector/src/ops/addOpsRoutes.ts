import { isIP } from 'node:net';
import type { Request, Router } from 'express';
import { createAuthenticate } from '../auth/createAuthenticate.js';
import { HttpError } from '../http/HttpError.js';
import { type RouteHandler, route } from '../http/route.js';
import type { Services } from '../Services.js';
import { allMetrics } from '../workers/allMetrics.js';

/** What watches over the collector: is the process there, can it store, what has it counted. */
export function addOpsRoutes(router: Router, services: Services): void {
  route(router, '/healthz', { get: (_req, res) => void res.json({ status: 'ok' }) });
  route(router, '/readyz', { get: showReadiness(services) });
  route(router, '/metrics', { get: showMetrics(services) });
}

function showReadiness({ store, isClosing }: Services): RouteHandler {
  return (_req, res) => {
    const health = store.health();
    if (isClosing()) throw new HttpError(503, 'stopping', 'The collector is stopping.');
    if (!health.writable) throw new HttpError(503, 'unavailable', health.reason);
    res.json({ status: 'ready' });
  };
}

/** How much a shop sells is its own business: from another machine, the operator's key is needed. */
function showMetrics(services: Services): RouteHandler {
  const authenticate = createAuthenticate(services);
  const { registry } = services.metrics;
  return async (req, res) => {
    if (!isLocal(req)) {
      const { principal } = await authenticate(req);
      if (principal.role !== 'admin')
        throw new HttpError(403, 'forbidden', 'admin key or session needed for this.');
    }
    res.type(registry.contentType).send(await allMetrics(registry));
  };
}

/** From this machine, and not passed on by a proxy on it. */
function isLocal(req: Request): boolean {
  const ip = req.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const isLoopback = ip === '::1' || (isIP(ip) === 4 && ip.startsWith('127.'));
  return isLoopback && req.headers['x-forwarded-for'] === undefined && req.headers.forwarded === undefined;
}
