import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler, Router } from 'express';
import type { Assets } from '../assets/Assets.js';
import { createAuthenticate } from '../auth/createAuthenticate.js';
import type { Services } from '../Services.js';
import { addConversionRoutes } from './addConversionRoutes.js';
import { addCustomerRoutes } from './addCustomerRoutes.js';
import { addEventRoutes } from './addEventRoutes.js';
import { addLedgerRoutes } from './addLedgerRoutes.js';
import { addLinkRoutes } from './addLinkRoutes.js';
import { addPartnerRoutes } from './addPartnerRoutes.js';
import { addPayoutRoutes } from './addPayoutRoutes.js';
import { addRefundRoutes } from './addRefundRoutes.js';
import { addReplayRoute } from './addReplayRoute.js';
import { addReviewRoutes } from './addReviewRoutes.js';
import { addSessionRoutes } from './addSessionRoutes.js';
import { addSiteRoutes } from './addSiteRoutes.js';
import { addSnippetRoute } from './addSnippetRoute.js';
import { addStatementKeyRoute } from './addStatementKeyRoute.js';
import { addStatementRoutes } from './addStatementRoutes.js';
import { addTotalsRoutes } from './addTotalsRoutes.js';

const MAX_BODY = 1024 * 1024;

/** Everything under `/api/v1`. */
export function createApi(services: Services, assets: Assets): Router {
  const router = Router();
  router.use(neverStored, readJson());
  addSessionRoutes(router, services);
  addStatementKeyRoute(router, services);
  router.use(requireSession(services));
  addSiteRoutes(router, services);
  addSnippetRoute(router, services, assets);
  addPartnerRoutes(router, services);
  addLinkRoutes(router, services);
  addCustomerRoutes(router, services);
  addEventRoutes(router, services);
  addTotalsRoutes(router, services);
  addConversionRoutes(router, services);
  addReplayRoute(router, services);
  addReviewRoutes(router, services);
  addLedgerRoutes(router, services);
  addRefundRoutes(router, services);
  addPayoutRoutes(router, services);
  addStatementRoutes(router, services);
  return router;
}

const neverStored: RequestHandler = (_req, res, next) => {
  res.locals.route = '/api/v1';
  res.set('Cache-Control', 'no-store').vary('Authorization').vary('Cookie');
  next();
};

/** The body is JSON whatever its type is called; who is allowed to send it does not hang on a header that any page can set. */
function readJson(): RequestHandler {
  return express.json({
    limit: MAX_BODY,
    type: () => true,
    verify: (_req, _res, body) => {
      if (!isUtf8(body)) throw new Error('not UTF-8');
    },
  });
}

function requireSession(services: Services): RequestHandler {
  const authenticate = createAuthenticate(services);
  return async (req, res, next) => {
    res.locals.session = await authenticate(req);
    next();
  };
}
