import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type CouponChange, changeCoupon } from '../changeCoupon.js';
import { checkoutPage } from '../pages/checkoutPage.js';
import { thanksPage } from '../pages/thanksPage.js';
import { readCart } from '../readCart.js';
import { readForm } from '../readForm.js';
import { reportOrder } from '../reportOrder.js';
import type { Session } from '../Session.js';
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
  router.post('/checkout', checkOut(shop));
  router.get('/thanks/:order', async (request, response, next) => {
    const visit = shop.visit(request);
    const order = shop.memory.order(request.params.order, visit.session);
    if (!order) return next();
    const report = await reportOrder(order, { secret: shop.options.signingSecret, at: shop.now() });
    shop.send(response, thanksPage(visit, order, report));
  });
  return router;
}

function checkOut(shop: Shop): RequestHandler {
  return (request, response) => {
    const session = shop.session(request);
    if (!session || session.cart.size === 0) return response.redirect(303, '/cart');
    const coupon = changeCoupon(session, request.body?.coupon, shop.options.coupons ?? []);
    const form = readForm(request.body, fields);
    // Nobody pays another sum than the button has named: what the coupon changes is shown first.
    if (request.body?.apply || coupon.problem || coupon.notice) {
      return showAgain(shop, request, response, coupon);
    }
    if (form.problems.length > 0) return shop.send(response, checkoutPage(shop.visit(request), form), 422);
    const order = placeOrder(shop, session, form.values);
    response.redirect(303, `/thanks/${order.id}`);
  };
}

function showAgain(shop: Shop, request: Request, response: Response, coupon: CouponChange): void {
  const { values, problems } = readForm(request.body, fields);
  const shown = [...(request.body.apply ? [] : problems), ...(coupon.problem ? [coupon.problem] : [])];
  const page = checkoutPage(shop.visit(request), { values, problems: shown }, coupon);
  shop.send(response, page, shown.length > 0 ? 422 : 200);
}

function placeOrder(shop: Shop, session: Session, { name, email }: { name: string; email: string }) {
  const { id, currency, customerId } = session;
  const placed = { sessionId: id, currency, name, email, ...(customerId !== undefined && { customerId }) };
  const order = shop.memory.addOrder({ ...readCart(session), ...placed });
  session.cart.clear();
  delete session.coupon;
  return order;
}
