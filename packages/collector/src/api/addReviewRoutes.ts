import { fields } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Router } from 'express';
import { z } from 'zod';
import { authorize } from '../auth/authorize.js';
import { resolveScope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { conversionPresenter } from './conversionPresenter.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { reviewsCsv } from './reviewsCsv.js';
import { sendList } from './sendList.js';
import { siteFields } from './siteFields.js';

const STATES = ['open', 'held', 'approved', 'rejected'] as const;
const VERDICTS = ['approved', 'rejected', 'held'] as const;

const reviewsQuery = strictShape({
  ...pageFields,
  site: z.string().optional(),
  state: z.enum(STATES, { error: 'expected "open", "held", "approved" or "rejected"' }).default('open'),
});
const newReview = strictShape({
  id: siteFields.id.optional(),
  verdict: z.enum(VERDICTS, { error: 'expected "approved", "rejected" or "held"' }),
  note: fields.text(500).optional(),
  by: fields.text(100).optional(),
});

/** `/reviews`: what is under review, and what somebody at the shop has decided about it. */
export function addReviewRoutes(router: Router, services: Services): void {
  route(router, '/reviews', { get: listReviews(services) });
  route(router, '/conversions/:id/review', { post: addReview(services) });
}

function listReviews({ store }: Services): RouteHandler {
  return async (req, res) => {
    const { state, site: named, ...query } = parseInput(reviewsQuery, req.query);
    const viewer = principalOf(res);
    const { site } = await resolveScope(viewer, 'reviews:read', { site: named }, store);
    const show = conversionPresenter(site.id, viewer, store);
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.reviews({ ...page, site: site.id, state });
      return { rows: await Promise.all(rows.map(show)), ...rest };
    };
    await sendList(req, res, { name: 'reviews', load, csv: reviewsCsv }, pageOf(query));
  };
}

function addReview({ store, clock, newId, metrics }: Services): RouteHandler {
  return async (req, res) => {
    const { id = newId(), by, verdict, note } = parseInput(newReview, req.body);
    const conversion = String(req.params.id);
    const found = await store.conversion(conversion);
    if (!found) throw new HttpError(404, 'not-found', `There is no conversion "${conversion}".`);
    const { site } = found;
    const viewer = principalOf(res);
    authorize(viewer, 'reviews:write', { site });
    const who = by ?? (viewer.role === 'admin' ? 'operator' : 'site key');
    const review = { id, verdict, by: who, ...(note !== undefined && { note }) };
    const { stored, isNew } = await store.review(site, conversion, review, clock());
    if (isNew) metrics.countReview(verdict);
    res.json(await conversionPresenter(site, viewer, store)(stored));
  };
}
