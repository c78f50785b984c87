import { Router } from 'express';
import { checkoutPage } from '../pages/checkoutPage.js';
import { thanksPage } from '../pages/thanksPage.js';
import { readCart } from '../readCart.js';
import { readForm } from '../readForm.js';
import type { Shop } from '../Shop.js';

const fields = {
  name: 'Enter the name for the parcel.',
  email: 'Enter your e-mail address, for the receipt.',
  street: 'Enter street and number.',
  postcode: 'Enter the postcode.',
  city: 'Enter the town or city.',
};

/** Checkout, and the thank-you page after it. */
export function checkoutRoutes(shop: Shop): Router {
  const router = Router();
  router.get('/checkout', (request, response) => {
    const visit = shop.visit(request);
    if (visit.inCart === 0) return response.redirect(303, '/cart');
    shop.send(response, checkoutPage(visit));
  });
  router.post('/checkout', (request, response) => {
    const session = shop.session(request);
    if (!session || session.cart.size === 0) return response.redirect(303, '/cart');
    const form = readForm(request.body, fields);
    if (form.problems.length > 0) return shop.send(response, checkoutPage(shop.visit(request), form), 422);
    const { currency, customerId } = session;
    const { name, email } = form.values;
    const order = shop.memory.addOrder({
      ...readCart(session),
      sessionId: session.id,
      currency,
      name,
      email,
      ...(customerId !== undefined && { customerId }),
    });
    session.cart.clear();
    response.redirect(303, `/thanks/${order.id}`);
  });
  router.get('/thanks/:order', (request, response, next) => {
    const visit = shop.visit(request);
    const order = shop.memory.order(request.params.order, visit.session);
    if (!order) return next();
    shop.send(response, thanksPage(visit, order));
  });
  return router;
}
