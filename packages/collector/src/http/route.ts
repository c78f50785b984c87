import type { Request, Response, Router } from 'express';
import { HttpError } from './HttpError.js';

/** Answers one request; what it throws becomes an error answer. */
export type RouteHandler = (req: Request, res: Response) => Promise<void> | void;

/** What a path answers to. */
export type Methods = Partial<Record<'get' | 'post' | 'patch' | 'delete', RouteHandler>>;

/** Adds a path with all its methods to a router; any other method is a 405 that says which there are. */
export function route(router: Router, path: string, methods: Methods): void {
  const entries = Object.entries(methods);
  const allow = entries.map(([method]) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase())).join(', ');
  const routes = router.route(path);
  routes.all((req, res, next) => {
    res.locals.route = req.baseUrl + path;
    next();
  });
  for (const [method, handler] of entries) routes[method as keyof Methods](handler);
  routes.all((req) => {
    throw new HttpError(405, 'method-not-allowed', `${req.method} is not answered here: expected ${allow}.`, {
      headers: { Allow: allow },
    });
  });
}
