import type { RequestHandler } from 'express';
import type { Services } from '../Services.js';
import { logRequest } from './logRequest.js';
import { requestId } from './requestId.js';

/** Names each request, and logs and measures it once it is answered. */
export function observeRequests({ log, metrics, isClosing }: Services): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    const id = requestId(req);
    res.locals.id = id;
    res.set('X-Request-Id', id);
    if (isClosing()) res.set('Connection', 'close');
    res.on('finish', () => {
      const ms = performance.now() - start;
      const route = typeof res.locals.route === 'string' ? res.locals.route : 'unknown';
      const code = typeof res.locals.code === 'string' ? res.locals.code : undefined;
      metrics.observe(route, req.method, res.statusCode, ms / 1000);
      if (code) metrics.countRefused(route, code);
      logRequest(log, req, { id, route, status: res.statusCode, ms, code });
    });
    next();
  };
}
