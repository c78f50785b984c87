import { Router } from 'express';
import { findProduct } from '../findProduct.js';
import { homePage } from '../pages/homePage.js';
import { productPage } from '../pages/productPage.js';
import type { Shop } from '../Shop.js';

/** The shop window and the product pages. */
export function catalogueRoutes(shop: Shop): Router {
  const router = Router();
  router.get('/', (request, response) => shop.send(response, homePage(shop.visit(request))));
  router.get('/products/:slug', (request, response, next) => {
    const product = findProduct(request.params.slug);
    if (!product) return next();
    shop.send(response, productPage(shop.visit(request), product));
  });
  return router;
}
