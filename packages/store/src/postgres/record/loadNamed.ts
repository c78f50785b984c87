import type { Run } from '../Run.js';
import { settleAll } from '../settleAll.js';
import type { EventKeys } from './EventKeys.js';
import type { NamedRow } from './NamedRow.js';
import { partialSiteOf } from './partialSiteOf.js';
import { putLink } from './putLink.js';
import { putRow } from './putRow.js';
import { recordSql } from './recordSql.js';
import type { SiteKey } from './SiteKey.js';
import type { SiteLoader } from './SiteLoader.js';

type SiteRow = { id: string; body: string; forgotten_ids: number | null; forgotten_touches: number | null };

/**
 * Claims the events of a group, and locks and loads all that they name, in one piece over the wire. A claim waits for whoever has claimed the same
 * event and has not committed yet, and so do the locks. What is not there is made at the end, and if somebody else has made it by then, the
 * transaction begins again; but for orders, of which refunds have to know that they are not there. Resolves to the claims that its events had before.
 */
export async function loadNamed(
  run: Run,
  loader: SiteLoader,
  keys: EventKeys,
  claim: number,
): Promise<Set<number>> {
  const { sites, events, buyers, visitors, clicks, codes } = keys;
  loader.ready = loadSites(run, loader, sites.rows());
  const [, claimed = []] = await settleAll([
    loader.ready,
    events.size ? run<{ id: string }>(recordSql.claim, claim, events.rows()) : undefined,
    ...loadMoney(run, loader, keys),
    buyers.size ? loader.load(putRow.visitor, recordSql.buyers, buyers) : undefined,
    visitors.size ? loader.load(putRow.visitor, recordSql.visitors, visitors) : undefined,
    clicks.size ? loader.load(putRow.click, recordSql.clicks, clicks) : undefined,
    codes.size ? loader.load(putLink, recordSql.links, codes) : undefined,
  ]);
  if (claimed.length === events.size) return new Set();
  const known = await loader.load<NamedRow['known']>(putRow.known, recordSql.known, claim, events);
  if (claimed.length + known.length < events.size) throw forgottenMeanwhile();
  return new Set(known.map((row) => row.claim));
}

async function loadSites(run: Run, { sites }: SiteLoader, keys: readonly SiteKey[]): Promise<void> {
  for (const { id, body, forgotten_ids: ids, forgotten_touches: touches } of await run<SiteRow>(
    recordSql.sites,
    keys,
  ))
    sites.set(
      id,
      partialSiteOf(JSON.parse(body), ids === null || touches === null ? undefined : { ids, touches }),
    );
}

function loadMoney(run: Run, loader: SiteLoader, { orders, customers, refunds }: EventKeys) {
  if (orders.size + customers.size === 0) return [];
  return [
    run(recordSql.claimOrders, orders.rows()),
    loader.load(putRow.order, recordSql.orders, orders),
    loader.load(putRow.customer, recordSql.customers, customers, orders),
    loader.load(putRow.customerTally, recordSql.customerTallies, customers, orders),
    loader.load(putRow.existing, recordSql.existing, customers, orders),
    loadRefunds(run, loader, refunds.rows(), orders.rows()),
  ];
}

/** Those of an order apply in the order in which they came. */
async function loadRefunds(
  run: Run,
  { sites, ready }: SiteLoader,
  refunds: readonly SiteKey[],
  orders: readonly SiteKey[],
): Promise<void> {
  const lists = await settleAll([
    run<NamedRow['refund']>(recordSql.refunds, refunds),
    run<NamedRow['refund']>(recordSql.waiting, orders),
  ]);
  await ready;
  for (const row of lists.flat().sort((a, b) => a.place - b.place)) {
    const site = sites.get(row.site);
    if (site) putRow.refund(row, site);
  }
}

/** Neither new nor known: its id has left in between. The transaction begins again. */
function forgottenMeanwhile(): Error {
  return Object.assign(new Error('an event has been forgotten meanwhile'), { code: '40001' });
}
