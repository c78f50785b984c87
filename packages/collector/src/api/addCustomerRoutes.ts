import { type ExistingCustomer, fields } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiTime } from './apiTime.js';
import type { CsvTable } from './CsvTable.js';
import { type CheckedCustomer, checkCustomer } from './checkCustomer.js';
import { csvText } from './csvText.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';

const MAX_CUSTOMERS = 1000;

const imported = strictShape({
  site: z.string().optional(),
  customers: z
    .array(z.unknown(), { error: (issue) => fields.expected('a list of customers', issue.input) })
    .min(1, `expected a list of 1 to ${MAX_CUSTOMERS} customers`),
});
const listed = strictShape({ ...pageFields, site: z.string().optional() });

/** `/customers`: whom the shop had before, so that nobody is credited for them. */
export function addCustomerRoutes(router: Router, services: Services): void {
  route(router, '/customers', { get: listCustomers(services), post: importCustomers(services) });
}

/** One row for each, in their order; one that is wrong costs only itself. */
function importCustomers({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    const { site: named, customers } = parseInput(imported, req.body);
    const { site } = await resolveScope(principalOf(res), 'customers:write', { site: named }, store);
    if (customers.length > MAX_CUSTOMERS) throw tooMany(customers.length);
    const now = clock();
    const checked = customers.map((raw) => checkCustomer(raw, now));
    const good = checked.flatMap(({ customer }) => (customer ? [customer] : []));
    const words = await store.importCustomers({ site: site.id, customers: good }, now);
    res.json({ results: rowsOf(checked, words) });
  };
}

function rowsOf(checked: readonly CheckedCustomer[], words: readonly string[]): object[] {
  const rest = words[Symbol.iterator]();
  return checked.map(({ customer, invalid }) =>
    customer ? { customerId: customer.customerId, status: rest.next().value } : invalid,
  );
}

function tooMany(count: number): HttpError {
  const message = `customers: expected at most ${MAX_CUSTOMERS} a request, got ${count}; send the rest in another.`;
  return new HttpError(413, 'too-many-customers', message, { field: 'customers' });
}

function listCustomers({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(listed, req.query);
    const { site } = await resolveScope(principalOf(res), 'customers:read', { site: query.site }, store);
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.existingCustomers({ ...page, site: site.id });
      return { rows: rows.map(apiCustomer), ...rest };
    };
    await sendList(req, res, { name: 'customers', load, csv }, pageOf(query));
  };
}

function apiCustomer({ customerId, since, importedAt }: ExistingCustomer) {
  return {
    customerId,
    ...(since !== undefined && { since: apiTime(since) }),
    importedAt: apiTime(importedAt),
  };
}

const csv: CsvTable<ReturnType<typeof apiCustomer>> = {
  columns: ['customerId', 'since', 'importedAt'],
  lines: ({ customerId, since, importedAt }) => [[csvText(customerId), since ?? '', importedAt]],
};
