import type { Partner, Site } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';
import { NotFoundError } from '../../NotFoundError.js';
import type { Connections } from '../connect.js';
import type { Run } from '../Run.js';
import { retryTransaction } from '../retryTransaction.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';

const KEPT_MS = 2 * 86_400_000;

/** Remembers that a partner has used its pages in a client, as `Store.sawPartner` says. */
export function sawClient(connections: Connections, id: string, client: string, now: number): Promise<void> {
  return retryTransaction(connections, async (run) => {
    const [found] = await run<{ partner: string; site: string }>(bySiteSql.partnerWithSite, id);
    if (!found) throw new NotFoundError(`There is no partner with the id ${id}`);
    const site: Site = JSON.parse(found.site);
    const partner: Partner = JSON.parse(found.partner);
    if (site.policy.fraud?.selfReferral === 'off') return { value: undefined };
    return { value: await remember(run, { site: site.id, partner: partner.id, client, at: now }) };
  });
}

async function remember(run: Run, seen: Extract<Fact, { seen: unknown }>['seen']): Promise<void> {
  const { site, partner, client, at } = seen;
  const [, rows] = await settleAll([
    run(bySiteSql.forgetSeen, site, partner, at - KEPT_MS),
    run(bySiteSql.seen, site, partner, client, at),
  ]);
  if (rows.length > 0) await run(bySiteSql.fact, site, at, JSON.stringify({ seen }));
}
