import { fields, lineOfEntry } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { checkCurrency } from './checkCurrency.js';
import { ledgerCsv } from './ledgerCsv.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';
import { signedAmount } from './signedAmount.js';
import { siteFields } from './siteFields.js';

const ledgerQuery = strictShape({
  ...pageFields,
  site: z.string().optional(),
  partner: z.string().optional(),
});
const newAdjustment = strictShape({
  site: z.string().optional(),
  id: siteFields.id,
  partner: z.string({ error: (issue) => fields.expected('the id of a partner', issue.input) }),
  currency: fields.currency,
  amount: fields.amount,
  note: fields.text(500),
});

/** `/ledger`: every line of every partner's account, and corrections by hand. */
export function addLedgerRoutes(router: Router, services: Services): void {
  route(router, '/ledger', { get: listLedger(services), post: adjust(services) });
}

function listLedger({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(ledgerQuery, req.query);
    const { site, partner } = await resolveScope(principalOf(res), 'ledger:read', query, store);
    const of = { site: site.id, ...(partner && { partner: partner.id }) };
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.ledger({ ...page, ...of });
      return { rows: rows.map(lineOfEntry), ...rest };
    };
    await sendList(req, res, { name: 'ledger', load, csv: ledgerCsv }, pageOf(query));
  };
}

function adjust({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    const { amount, currency, note, id, ...named } = parseInput(newAdjustment, req.body);
    const { site, partner } = await resolveScope(principalOf(res), 'ledger:write', named, store);
    checkCurrency(site, currency);
    const money = signedAmount(amount, currency);
    const adjustment = { id, site: site.id, partner: partner?.id ?? named.partner, ...money, note };
    const { entry, isNew } = await store.adjust(adjustment, clock());
    res.status(isNew ? 201 : 200).json(lineOfEntry(entry));
  };
}
