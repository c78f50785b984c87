import { fields, type Payout, type PayoutChange } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { resolveScope, type Scope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiPayout } from './apiPayout.js';
import { apiPayoutLines } from './apiPayoutLines.js';
import { exportPayout } from './exportPayout.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { payeesOf } from './payeesOf.js';
import { payoutsCsv } from './payoutsCsv.js';
import { payoutTerms } from './payoutTerms.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';
import { siteFields } from './siteFields.js';

const named = { site: z.string().optional() };
const payoutsQuery = strictShape({ ...pageFields, ...named, partner: z.string().optional() });
const newPayout = strictShape({
  ...named,
  id: siteFields.id.optional(),
  currency: fields.currency.optional(),
  threshold: z
    .union([fields.amount, z.record(z.string(), fields.amount)], {
      error: 'expected {"EUR": "25.00"} for each currency, or one amount together with currency',
    })
    .optional(),
  partners: z
    .array(z.string(), { error: (issue) => fields.expected('a list of partner ids', issue.input) })
    .min(1, 'expected at least one partner')
    .optional(),
  preview: z.boolean({ error: (issue) => fields.expected('true or false', issue.input) }).optional(),
});
const justSite = strictShape(named);

/** `/payouts`: batches of payments to partners. */
export function addPayoutRoutes(router: Router, services: Services): void {
  route(router, '/payouts', { get: listPayouts(services), post: addPayout(services) });
  route(router, '/payouts/:id', { get: showPayout(services) });
  route(router, '/payouts/:id/export', { post: exportPayout(services) });
  route(router, '/payouts/:id/paid', { post: change(services, 'paid') });
  route(router, '/payouts/:id/cancel', { post: change(services, 'cancelled') });
}

function listPayouts({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(payoutsQuery, req.query);
    const { site, partner } = await resolveScope(principalOf(res), 'payouts:read', query, store);
    const show = presenter({ store }, res);
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.payouts({
        ...page,
        site: site.id,
        ...(partner && { partner: partner.id }),
      });
      return { rows: await Promise.all(rows.map(show)), ...rest };
    };
    await sendList(req, res, { name: 'payouts', load, csv: payoutsCsv }, pageOf(query));
  };
}

function addPayout(services: Services): RouteHandler {
  const { store, clock } = services;
  return async (req, res) => {
    const { site: of, id, preview, ...asked } = parseInput(newPayout, req.body);
    const { site } = await resolveScope(principalOf(res), 'payouts:write', { site: of }, store);
    const terms = await payoutTerms(asked, site, store);
    if (preview) {
      const lines = await store.previewPayout(site.id, terms, clock());
      const payees = await payeesOf(lines, store);
      res.json({
        preview: true,
        site: site.id,
        ...apiPayoutLines(lines, (one) => payees.get(one)?.name ?? one),
      });
      return;
    }
    if (id === undefined) throw idMissing();
    const { payout, isNew } = await store.createPayout(site.id, id, terms, clock());
    res.status(isNew ? 201 : 200).json(await presenter(services, res)(payout));
  };
}

function idMissing(): HttpError {
  const message =
    'id: expected an id of your own such as "2026-05", so that asking again makes no second payout; or "preview": true';
  return new HttpError(400, 'invalid-request', message, { field: 'id' });
}

function showPayout(services: Services): RouteHandler {
  const { store } = services;
  return async (req, res) => {
    const query = parseInput(justSite, req.query);
    const { site, partner } = await resolveScope(principalOf(res), 'payouts:read', query, store);
    const id = String(req.params.id);
    const payout = await store.payout(site.id, id);
    if (!payout || !isSeen(payout, partner?.id)) {
      throw new HttpError(404, 'not-found', `Site "${site.id}" has no payout "${id}".`);
    }
    res.json(await presenter(services, res)(payout));
  };
}

function isSeen({ lines }: Payout, partner: string | undefined): boolean {
  return partner === undefined || lines.some((line) => line.partner === partner);
}

function change(services: Services, to: PayoutChange): RouteHandler {
  const { store, clock } = services;
  return async (req, res) => {
    const { site } = await scopeOf(req, res, services);
    const payout = await store.changePayout(site.id, String(req.params.id), to, clock());
    res.json(await presenter(services, res)(payout));
  };
}

function scopeOf(req: Request, res: Response, { store }: Services): Promise<Scope> {
  return resolveScope(principalOf(res), 'payouts:write', parseInput(justSite, req.body ?? {}), store);
}

function presenter({ store }: Pick<Services, 'store'>, res: Response) {
  const { partner: own } = principalOf(res);
  return async (payout: Payout) => {
    const payees = await payeesOf(payout.lines, store);
    return apiPayout(payout, (partner) => payees.get(partner)?.name ?? partner, own);
  };
}
