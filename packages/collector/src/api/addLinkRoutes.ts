import { fields, type Link } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { HttpError } from '../http/HttpError.js';
import { ownUrl } from '../http/ownUrl.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import { isSitePath } from '../redirect/isSitePath.js';
import type { Services } from '../Services.js';
import { apiLink } from './apiLink.js';
import { codeField } from './codeField.js';
import { csvText } from './csvText.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';
import { withCode } from './withCode.js';

const newLink = strictShape({
  site: z.string().optional(),
  partner: z.string({ error: (issue) => fields.expected('the id of a partner', issue.input) }),
  code: codeField.optional(),
  path: z
    .string()
    .refine((path) => isSitePath(path) && !path.includes('#'), {
      error: 'expected a path on the site such as "/spring"',
    })
    .optional(),
  label: fields.text(200).optional(),
});
const linksQuery = strictShape({
  ...pageFields,
  site: z.string().optional(),
  partner: z.string().optional(),
});

/** `/links`: further codes of a partner. */
export function addLinkRoutes(router: Router, services: Services): void {
  route(router, '/links', { get: listLinks(services), post: addLink(services) });
}

function listLinks({ store, publicUrl }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(linksQuery, req.query);
    const { site, partner } = await resolveScope(principalOf(res), 'links:read', query, store);
    const collector = ownUrl(req, publicUrl);
    const load = async (page: PageQuery) => {
      const { rows, ...rest } = await store.links({
        ...page,
        site: site.id,
        ...(partner && { partner: partner.id }),
      });
      return { rows: rows.map((row) => apiLink(row, site, collector)), ...rest };
    };
    await sendList(req, res, { name: 'links', load, csv }, pageOf(query));
  };
}

const csv = {
  columns: ['id', 'site', 'partner', 'code', 'path', 'label', 'link', 'redirect', 'createdAt'],
  lines: (row: ReturnType<typeof apiLink>) => [
    [
      csvText(row.id),
      csvText(row.site),
      csvText(row.partner),
      csvText(row.code),
      csvText(row.path),
      csvText(row.label),
      csvText(row.link),
      csvText(row.redirect),
      row.createdAt,
    ],
  ],
};

function addLink({ store, newId, clock, publicUrl }: Services): RouteHandler {
  return async (req, res) => {
    const { site: named, partner: id, code: chosen, ...given } = parseInput(newLink, req.body);
    const { site, partner } = await resolveScope(
      principalOf(res),
      'links:write',
      { site: named, partner: id },
      store,
    );
    if (!partner) throw new HttpError(404, 'not-found', `There is no partner "${id}".`, { field: 'partner' });
    const link = await withCode({ code: chosen, name: partner.code, suffix: 4 }, async (code) => {
      const added: Link = {
        id: newId(),
        site: site.id,
        partner: partner.id,
        code,
        ...given,
        createdAt: clock(),
      };
      await store.addLink(added);
      return added;
    });
    res.status(201).json(apiLink(link, site, ownUrl(req, publicUrl)));
  };
}
