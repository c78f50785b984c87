import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { contentSecurity } from './contentSecurity.js';
import { notFoundPage } from './pages/notFoundPage.js';
import { accountRoutes } from './routes/accountRoutes.js';
import { cartRoutes } from './routes/cartRoutes.js';
import { catalogueRoutes } from './routes/catalogueRoutes.js';
import { checkoutRoutes } from './routes/checkoutRoutes.js';
import { officeRoutes } from './routes/officeRoutes.js';
import { Shop } from './Shop.js';
import { ShopMemory } from './ShopMemory.js';
import type { ShopOptions } from './ShopOptions.js';

const files = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the shop as an Express app, with an empty memory. */
export function createShop(options: ShopOptions): Express {
  const newId = options.newId ?? (() => randomUUID().replaceAll('-', ''));
  const shop = new Shop(new ShopMemory(newId), options);
  const app = express();
  app.disable('x-powered-by');
  app.use(contentSecurity(options.collectorUrl));
  app.use('/assets', express.static(files('../public'), { maxAge: '1h' }));
  app.use('/assets', express.static(files('../dist/browser'), { maxAge: '1h' }));
  app.use(express.urlencoded({ extended: false, limit: '10kb' }));
  app.use((_request, response, next) => {
    response.set('cache-control', 'private, no-cache');
    next();
  });
  app.use(catalogueRoutes(shop), accountRoutes(shop), cartRoutes(shop), checkoutRoutes(shop));
  app.use(officeRoutes(shop, newId));
  app.use((request, response) => shop.send(response, notFoundPage(shop.visit(request)), 404));
  return app;
}
