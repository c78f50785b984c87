import { fields } from '@reftally/core';
import type { PageQuery, Store } from '@reftally/store';
import type { Router } from 'express';
import { authorize } from '../auth/authorize.js';
import { resolveScope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { conversionPresenter } from './conversionPresenter.js';
import { conversionsCsv } from './conversionsCsv.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { rangeFields } from './rangeFields.js';
import { rangeWithin } from './rangeWithin.js';
import { sendList } from './sendList.js';

const conversionsQuery = strictShape({ ...pageFields, ...rangeFields, order: fields.text(128).optional() });

/** `/conversions`: every signup and purchase with its receipt. */
export function addConversionRoutes(router: Router, services: Services): void {
  route(router, '/conversions', { get: listConversions(services) });
  route(router, '/conversions/:id', { get: showConversion(services) });
}

function listConversions({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    const { from, to, tz, order, ...query } = parseInput(conversionsQuery, req.query);
    const viewer = principalOf(res);
    const { site, partner } = await resolveScope(viewer, 'conversions:read', query, store);
    const show = conversionPresenter(site.id, viewer, store);
    const days = rangeWithin({ from, to, tz }, site.timeZone, clock());
    const within = {
      site: site.id,
      ...(partner && { partner: partner.id }),
      ...(order && { order }),
      ...days,
    };
    const isKnown = order === undefined ? {} : { known: await isReported(order, site.id, store) };
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.conversions({ ...page, ...within });
      return { rows: await Promise.all(rows.map(show)), ...rest, ...isKnown };
    };
    await sendList(req, res, { name: 'conversions', load, csv: conversionsCsv }, pageOf(query));
  };
}

/** Whether an order has arrived at all. It is all that a partner learns of one that came without its links and coupons. */
async function isReported(order: string, site: string, store: Store): Promise<boolean> {
  const { rows } = await store.conversions({ site, order, limit: 1 });
  return rows.length > 0;
}

function showConversion({ store }: Services): RouteHandler {
  return async (req, res) => {
    const id = String(req.params.id);
    const found = await store.conversion(id);
    if (!found) throw new HttpError(404, 'not-found', `There is no conversion "${id}".`);
    const viewer = principalOf(res);
    const { candidates } = found.stored.conversion.receipt;
    const own = candidates.find(({ partner }) => partner !== undefined && partner === viewer.partner);
    authorize(viewer, 'conversions:read', { site: found.site, partner: own?.partner });
    res.json(await conversionPresenter(found.site, viewer, store)(found.stored));
  };
}
