import express, { type Express } from 'express';
import { createApi } from './api/createApi.js';
import type { Assets } from './assets/Assets.js';
import { addAssetRoutes } from './assets/addAssetRoutes.js';
import { answerErrors } from './http/answerErrors.js';
import { HttpError } from './http/HttpError.js';
import { observeRequests } from './http/observeRequests.js';
import { securityHeaders } from './http/securityHeaders.js';
import { addOpsRoutes } from './ops/addOpsRoutes.js';
import { STANDARD_PATHS } from './options/STANDARD_PATHS.js';
import { addRedirectRoutes } from './redirect/addRedirectRoutes.js';
import type { Services } from './Services.js';

/** Makes the Express app: everything that is answered except events from browsers. */
export function createApp(services: Services, assets: Assets): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', services.trustProxy);
  app.use(observeRequests(services), securityHeaders());
  addOpsRoutes(app, services);
  addAssetRoutes(app, assets, new Set([STANDARD_PATHS.script, services.paths.script]));
  addRedirectRoutes(app, services);
  app.use('/api/v1', createApi(services, assets));
  app.use(() => {
    throw new HttpError(404, 'not-found', 'There is nothing at this address.');
  });
  app.use(answerErrors(services.log));
  return app;
}
