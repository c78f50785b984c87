import { Router } from 'express';
import { findProduct } from '../findProduct.js';
import { cartPage } from '../pages/cartPage.js';
import type { Shop } from '../Shop.js';

/** The most of one product that a cart holds. */
const MOST = 20;

/** The cart: look at it, put something in, change how many. */
export function cartRoutes(shop: Shop): Router {
  const router = Router();
  router.get('/cart', (request, response) => shop.send(response, cartPage(shop.visit(request))));
  router.post('/cart/add', (request, response, next) => {
    const product = findProduct(request.body?.slug);
    if (!product) return next();
    const { cart } = shop.openSession(request, response);
    const wanted = Math.max(1, readQuantity(request.body.quantity) ?? 1);
    cart.set(product.slug, Math.min(MOST, (cart.get(product.slug) ?? 0) + wanted));
    response.redirect(303, '/cart');
  });
  router.post('/cart/change', (request, response, next) => {
    const product = findProduct(request.body?.slug);
    const session = shop.session(request);
    if (!product || !session?.cart.has(product.slug)) return next();
    const quantity = readQuantity(request.body.quantity);
    if (quantity === 0) session.cart.delete(product.slug);
    else if (quantity !== undefined) session.cart.set(product.slug, quantity);
    response.redirect(303, '/cart');
  });
  return router;
}

function readQuantity(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,2}$/.test(value) && Number(value) <= MOST
    ? Number(value)
    : undefined;
}
