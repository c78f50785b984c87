import { commissionSchema, fields, lintPolicy, type Partner, type Site } from '@reftally/core';
import type { PageQuery } from '@reftally/store';
import type { Router } from 'express';
import { z } from 'zod';
import { resolvePartner } from '../auth/resolvePartner.js';
import { resolveScope } from '../auth/resolveScope.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiPartner } from './apiPartner.js';
import { codeField } from './codeField.js';
import { csvText } from './csvText.js';
import { makeAccess } from './makeAccess.js';
import { ownCode } from './ownCode.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { payoutMethodField } from './payoutMethodField.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';
import { withCode } from './withCode.js';
import { withOffer } from './withOffer.js';
import { withTerms } from './withTerms.js';

const email = z.email('expected an e-mail address').max(254);
const customerId = fields.shop.customerId.unwrap();
const terms = {
  group: z.string('expected the name of a group of the policy, or null').nullable().optional(),
  commission: commissionSchema.optional(),
};
const discount = fields.percent.nullable().optional();
const newPartner = strictShape({
  site: z.string().optional(),
  name: fields.text(200),
  code: codeField.optional(),
  email: email.optional(),
  customerId: customerId.optional(),
  discount,
  ...terms,
});
const partnerChange = strictShape({
  name: fields.text(200).optional(),
  email: email.optional(),
  customerId: customerId.nullable().optional(),
  status: z.enum(['active', 'paused'], { error: 'expected "active" or "paused"' }).optional(),
  ...terms,
  discount,
  coupon: codeField.nullable().optional(),
  payout: payoutMethodField.optional(),
});
const partnersQuery = strictShape({ ...pageFields, site: z.string().optional() });

/** `/partners`: who refers, and the links with which they sign in. */
export function addPartnerRoutes(router: Router, services: Services): void {
  route(router, '/partners', { get: listPartners(services), post: addPartner(services) });
  route(router, '/partners/:id', { get: showPartner(services), patch: changePartner(services) });
  route(router, '/partners/:id/access', { post: makeAccess(services) });
}

function listPartners({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(partnersQuery, req.query);
    const { site, partner } = await resolveScope(
      principalOf(res),
      'partners:read',
      { site: query.site },
      store,
    );
    const load = async (page: PageQuery) => {
      if (partner) return { rows: [apiPartner(partner, site)] };
      const { rows, ...rest } = await store.partners({ ...page, site: site.id });
      return { rows: rows.map((row) => ownedPartner(row, site)), ...rest };
    };
    await sendList(req, res, { name: 'partners', load, csv }, pageOf(query));
  };
}

const csv = {
  columns: ['id', 'site', 'name', 'email', 'code', 'link', 'status', 'createdAt', 'customerId'],
  lines: ({
    id,
    site,
    name,
    email,
    code,
    link,
    status,
    createdAt,
    customerId,
  }: ReturnType<typeof apiPartner>) => [
    [
      csvText(id),
      csvText(site),
      csvText(name),
      csvText(email),
      csvText(code),
      csvText(link),
      status,
      createdAt,
      csvText(customerId),
    ],
  ],
};

function addPartner({ store, newId, clock }: Services): RouteHandler {
  return async (req, res) => {
    const input = parseInput(newPartner, req.body);
    const { site: named, code: chosen, group, commission, discount, ...given } = input;
    const { site } = await resolveScope(principalOf(res), 'partners:write', { site: named }, store);
    const partner = await withCode({ code: chosen, name: given.name, suffix: 0 }, async (code) => {
      const bare: Partner = {
        id: newId(),
        site: site.id,
        ...given,
        code,
        status: 'active',
        createdAt: clock(),
      };
      const added = withOffer(withTerms(bare, { group, commission }, site), { discount });
      const { createdAt } = added;
      await store.addPartner(added, { id: newId(), site: site.id, partner: added.id, code, createdAt });
      return added;
    });
    res.status(201).json(ownedPartner(partner, site));
  };
}

function showPartner({ store }: Services): RouteHandler {
  return async (req, res) => {
    const viewer = principalOf(res);
    const { partner, site } = await resolvePartner(viewer, 'partners:read', String(req.params.id), store);
    res.json(viewer.role === 'partner' ? apiPartner(partner, site) : ownedPartner(partner, site));
  };
}

function changePartner({ store }: Services): RouteHandler {
  return async (req, res) => {
    const { partner, site } = await resolvePartner(
      principalOf(res),
      'partners:write',
      String(req.params.id),
      store,
    );
    const input = parseInput(partnerChange, req.body);
    const { group, commission, customerId, discount, coupon: named, ...change } = input;
    const coupon = typeof named === 'string' ? await ownCode(named, partner, store) : named;
    const changed = await store.updatePartner(partner.id, (before) => {
      const terms = withTerms({ ...before, ...change }, { group, commission }, site);
      const after = withOffer(terms, { discount, coupon });
      if (customerId === null) delete after.customerId;
      else if (customerId !== undefined) after.customerId = customerId;
      return after;
    });
    res.json(ownedPartner(changed, site));
  };
}

/** A partner as the shop sees it: with what is probably not meant in its rules. */
function ownedPartner(partner: Partner, site: Site) {
  const { policy, currencies } = site;
  const warnings = lintPolicy(policy, { currencies, own: partner.commission ?? [] });
  return { ...apiPartner(partner, site), warnings };
}
