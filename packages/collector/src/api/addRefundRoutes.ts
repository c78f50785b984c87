import { formatAmount, type Refund } from '@reftally/core';
import type { Router } from 'express';
import { resolveScope } from '../auth/resolveScope.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiTime } from './apiTime.js';
import type { CsvTable } from './CsvTable.js';
import { csvText } from './csvText.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { rangeFields } from './rangeFields.js';
import { sendList } from './sendList.js';

const waitingQuery = strictShape({ ...pageFields, site: rangeFields.site });

/** `/waiting-refunds`: refunds that came before their order, and apply when it is reported. */
export function addRefundRoutes(router: Router, services: Services): void {
  route(router, '/waiting-refunds', { get: listWaiting(services) });
}

function listWaiting({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(waitingQuery, req.query);
    const { site } = await resolveScope(principalOf(res), 'refunds:read', query, store);
    const load = async (page: ReturnType<typeof pageOf>) => {
      const { rows, count, ...rest } = await store.waitingRefunds({ ...page, site: site.id });
      return { rows: rows.map(apiWaiting), ...rest, count };
    };
    await sendList(req, res, { name: 'waitingRefunds', load, csv }, pageOf(query));
  };
}

/** Neither `amount` nor `items`: all that will be left of the order. */
function apiWaiting({ refundId, orderId, amount, items, at, trust, id }: Refund) {
  return {
    refundId,
    orderId,
    amount: amount ?? null,
    ...(items && { items }),
    at: apiTime(at),
    trust,
    event: id,
  };
}

const csv: CsvTable<ReturnType<typeof apiWaiting>> = {
  columns: ['refundId', 'orderId', 'currency', 'amount', 'at', 'trust', 'event'],
  lines: ({ refundId, orderId, amount, at, trust, event }) => [
    [
      csvText(refundId),
      csvText(orderId),
      amount?.currency ?? '',
      amount ? formatAmount(amount) : '',
      at,
      trust,
      csvText(event),
    ],
  ],
};
