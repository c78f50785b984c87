import { defaultPolicy, defaultTag, type Site } from '@reftally/core';
import type { Router } from 'express';
import { authorize } from '../auth/authorize.js';
import { newSecret } from '../auth/newSecret.js';
import { resolveScope } from '../auth/resolveScope.js';
import { parseInput } from '../http/parseInput.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { makeSigning } from '../signing/makeSigning.js';
import { apiSite } from './apiSite.js';
import { checkSite } from './checkSite.js';
import { csvText } from './csvText.js';
import { makeSecretKey } from './makeSecretKey.js';
import { pageFields } from './pageFields.js';
import { pageOf } from './pageOf.js';
import { principalOf } from './principalOf.js';
import { sendList } from './sendList.js';
import { siteFields } from './siteFields.js';

const { id, name, timeZone, policy, tag, payer, ...required } = siteFields;
const newSite = strictShape({
  id,
  ...required,
  name: name.optional(),
  timeZone: timeZone.default('UTC'),
  policy: policy.default({}),
  tag: tag.optional(),
  payer: payer.optional(),
});
const siteChange = strictShape({ ...required, name, timeZone, policy, tag, payer }).partial();
const sitesQuery = strictShape(pageFields);
const nothing = strictShape({});

/** `/sites`: what the operator sets up, and what a site's owner may change. */
export function addSiteRoutes(router: Router, services: Services): void {
  route(router, '/sites', { get: listSites(services), post: addSite(services) });
  route(router, '/sites/:id', { get: showSite(services), patch: changeSite(services) });
  route(router, '/sites/:id/rotate-key', { post: rotateKey(services) });
  route(router, '/sites/:id/rotate-signing-secret', { post: rotateSigning(services) });
}

function listSites({ store }: Services): RouteHandler {
  return async (req, res) => {
    const query = parseInput(sitesQuery, req.query);
    const principal = principalOf(res);
    authorize(principal, 'sites:read', { site: principal.site });
    const load = async (page: ReturnType<typeof pageOf>) => {
      if (principal.role === 'admin') {
        const { rows, ...rest } = await store.sites(page);
        return { rows: rows.map(apiSite), ...rest };
      }
      const { site } = await resolveScope(principal, 'sites:read', {}, store);
      return { rows: [apiSite(site)] };
    };
    await sendList(req, res, { name: 'sites', load, csv }, pageOf(query));
  };
}

const csv = {
  columns: ['id', 'name', 'publicKey', 'origins', 'landingUrl', 'currencies', 'timeZone', 'createdAt'],
  lines: (site: ReturnType<typeof apiSite>) => [
    [
      csvText(site.id),
      csvText(site.name),
      csvText(site.publicKey),
      csvText(site.origins.join(' ')),
      csvText(site.landingUrl),
      site.currencies.join(' '),
      site.timeZone,
      site.createdAt,
    ],
  ],
};

function addSite({ store, clock }: Services): RouteHandler {
  return async (req, res) => {
    authorize(principalOf(res), 'sites:create');
    const { policy: rules, tag: told, ...given } = parseInput(newSite, req.body);
    const { secretKey, secretHash } = makeSecretKey();
    const site: Site = {
      ...given,
      name: given.name ?? given.id,
      publicKey: `rt_pub_${newSecret().slice(0, 22)}`,
      secretHash,
      policy: { ...defaultPolicy(), ...rules },
      ...(told && { tag: { ...defaultTag(), ...told } }),
      createdAt: clock(),
    };
    checkSite(site);
    await store.addSite(site);
    res.status(201).json({ ...apiSite(site), secretKey });
  };
}

function showSite({ store }: Services): RouteHandler {
  return async (req, res) => {
    const { site } = await resolveScope(
      principalOf(res),
      'sites:read',
      { site: String(req.params.id) },
      store,
    );
    res.json(apiSite(site));
  };
}

/** A change of the rules makes a new version of the policy: receipts name the one that applied. */
function changeSite({ store }: Services): RouteHandler {
  return async (req, res) => {
    const { site } = await resolveScope(
      principalOf(res),
      'sites:write',
      { site: String(req.params.id) },
      store,
    );
    const { policy: rules, tag: told, ...given } = parseInput(siteChange, req.body);
    const changed = await store.updateSite(site.id, (before) => {
      const after: Site = { ...before, ...given };
      if (told) after.tag = { ...defaultTag(), ...before.tag, ...told };
      checkSite(after);
      if (!rules) return after;
      return { ...after, policy: { ...before.policy, ...rules, version: before.policy.version + 1 } };
    });
    res.json(apiSite(changed));
  };
}

function rotateKey({ store }: Services): RouteHandler {
  return async (req, res) => {
    const { site } = await resolveScope(
      principalOf(res),
      'sites:write',
      { site: String(req.params.id) },
      store,
    );
    parseInput(nothing, req.body ?? {});
    const { secretKey, secretHash } = makeSecretKey();
    const changed = await store.updateSite(site.id, (before) => ({ ...before, secretHash }));
    res.json({ ...apiSite(changed), secretKey });
  };
}

/** The first one too is made here: a shop that signs nothing has none. */
function rotateSigning(services: Services): RouteHandler {
  const { store } = services;
  return async (req, res) => {
    const asked = { site: String(req.params.id) };
    const { site } = await resolveScope(principalOf(res), 'sites:write', asked, store);
    parseInput(nothing, req.body ?? {});
    const { signingSecret, signing } = makeSigning(site.id, services);
    const changed = await store.updateSite(site.id, (before) => ({ ...before, signing }));
    res.json({ ...apiSite(changed), signingSecret });
  };
}
