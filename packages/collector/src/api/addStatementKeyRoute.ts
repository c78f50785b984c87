import type { Router } from 'express';
import { route } from '../http/route.js';
import type { Services } from '../Services.js';

/** `GET /statements/key`: the public key that signs statements, and those that did before; for everybody, so that anybody can compare. */
export function addStatementKeyRoute(router: Router, { statementKeys }: Services): void {
  route(router, '/statements/key', {
    get: (_req, res) => {
      const [key, ...retired] = statementKeys.all();
      res.json({ ...key, retired });
    },
  });
}
