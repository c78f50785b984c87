import { type RequestHandler, Router } from 'express';
import { Backend } from '../office/Backend.js';
import { readRefund } from '../office/readRefund.js';
import { officePage } from '../pages/officePage.js';
import type { Shop } from '../Shop.js';

/** The back office: orders, refunds, and what the partners see. In this demo nobody has to sign in. */
export function officeRoutes(shop: Shop, newId: () => string): Router {
  const router = Router();
  const { collectorUrl, secretKey } = shop.options;
  const backend = secretKey === undefined ? undefined : new Backend(collectorUrl, secretKey, newId);
  router.get('/office', async (request, response) => {
    const orders = shop.memory.orders().map((order) => ({
      order,
      refunds: shop.memory.refunds(order.id),
      nextRefundId: shop.memory.nextRefundId(order.id),
    }));
    const known = backend && { partners: await backend.partners(), verdicts: await backend.verdicts() };
    shop.send(response, officePage(shop.visit(request), orders, known));
  });
  if (!backend) return router;
  router.post('/office/orders/:order/refund', refund(shop, backend));
  router.get('/office/partners/:partner', async (request, response, next) => {
    const url = await backend.accessOf(request.params.partner);
    if (url === undefined) return next();
    response.redirect(303, url);
  });
  return router;
}

function refund(shop: Shop, backend: Backend): RequestHandler<{ order: string }> {
  return async (request, response, next) => {
    const order = shop.memory.orders().find(({ id }) => id === request.params.order);
    const form = order && readRefund(order, request.body);
    if (!order || !form) return next();
    shop.memory.addRefund(order.id, await backend.refund(order.id, form));
    response.redirect(303, `/office#${order.id}`);
  };
}
