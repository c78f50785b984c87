import type { Router } from 'express';
import { authorize } from '../auth/authorize.js';
import { resolvePartner } from '../auth/resolvePartner.js';
import { type RouteHandler, route } from '../http/route.js';
import type { Services } from '../Services.js';
import { makeStatement } from '../statements/makeStatement.js';
import { principalOf } from './principalOf.js';

/** `/statements`: whole accounts that can be checked without trusting anybody. The keys are for everybody; see `addStatementKeyRoute`. */
export function addStatementRoutes(router: Router, services: Services): void {
  route(router, '/statements/key/rotate', { post: rotate(services) });
  route(router, '/statements/:partner', { get: showStatement(services) });
}

function showStatement({ store, clock, statementKeys }: Services): RouteHandler {
  return async (req, res) => {
    const { site, partner } = await resolvePartner(
      principalOf(res),
      'ledger:read',
      String(req.params.partner),
      store,
    );
    const of = { site: site.id, partner: partner.id, at: clock() };
    const statement = makeStatement(of, await store.chain(partner.id), statementKeys);
    res.attachment(`statement-${partner.code}-${statement.head.at.slice(0, 10)}.json`);
    res.json(statement);
  };
}

function rotate({ statementKeys }: Services): RouteHandler {
  return async (_req, res) => {
    authorize(principalOf(res), 'sites:create');
    await statementKeys.rotate();
    const [key, ...retired] = statementKeys.all();
    res.status(201).json({ ...key, retired });
  };
}
