import type { Response, Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiDirect } from './apiDirect.js';
import { apiTotals } from './apiTotals.js';
import { apiTrustTotals } from './apiTrustTotals.js';
import { pageFields } from './pageFields.js';
import { principalOf } from './principalOf.js';
import { putTotals } from './putTotals.js';
import { putTrustTotals } from './putTrustTotals.js';
import { rangeFields } from './rangeFields.js';
import { rangeOf } from './rangeOf.js';
import { sendCsv } from './sendCsv.js';
import { totalsCsv } from './totalsCsv.js';
import { totalsJson } from './totalsJson.js';
import { trustTotalsCsv } from './trustTotalsCsv.js';
import { wantsCsv } from './wantsCsv.js';

const totalsQuery = strictShape({
  ...rangeFields,
  interval: z
    .enum(['total', 'day', 'week', 'month'], { error: 'expected "total", "day", "week" or "month"' })
    .default('total'),
  by: z.enum(['trust'], { error: 'expected "trust"' }).optional(),
  format: pageFields.format,
});

/** `/totals`: what each partner has brought. */
export function addTotalsRoutes(router: Router, services: Services): void {
  route(router, '/totals', { get: showTotals(services) });
}

function showTotals({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    const { interval, by, ...query } = parseInput(totalsQuery, req.query);
    const principal = principalOf(res);
    const { site, partner } = await resolveScope(principal, 'totals:read', query, store);
    const now = clock();
    const range = rangeOf(query, site.timeZone, now);
    const only = partner && { partner: partner.id };
    const asked = { site: site.id, ...range, interval, ...only };
    const head = { site: site.id, ...range, interval, timeZone: site.timeZone };
    const file = `totals-${site.id}-${range.from}-${range.to}`;
    if (by === 'trust') {
      const { rows, direct } = await store.trustTotals(asked);
      if (wantsCsv(req)) return sendCsv(res, `${file}-trust`, trustTotalsCsv, [rows.map(apiTrustTotals)]);
      const whole = principal.role === 'partner' ? {} : { direct: direct.map(apiTrustTotals) };
      return sendJson(res, totalsJson({ ...head, by }, rows, putTrustTotals, whole));
    }
    const { rows, direct, refused } = await store.totals({ ...asked, now });
    if (wantsCsv(req)) return sendCsv(res, file, totalsCsv, [rows.map(apiTotals)]);
    const whole = principal.role === 'partner' ? {} : { direct: apiDirect(direct), refused };
    sendJson(res, totalsJson(head, rows, putTotals, whole));
  };
}

function sendJson(res: Response, json: Buffer): void {
  res.type('json').send(json);
}
