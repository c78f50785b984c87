import type { ChainedEntry, Conversion } from '@reftally/core';
import { foldPartner } from '../../file/foldPartner.js';
import type { Run } from '../Run.js';
import { loadMoney } from '../record/loadMoney.js';
import { MoneyKeys } from '../record/MoneyKeys.js';
import type { NamedRow } from '../record/NamedRow.js';
import type { PartialSite } from '../record/PartialSite.js';
import { putRow } from '../record/putRow.js';
import { recordSql } from '../record/recordSql.js';
import { SiteLoader } from '../record/SiteLoader.js';
import { siteKeys } from '../record/siteKeys.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';
import { payoutSql } from './payoutSql.js';

/** Locks and loads what bears on a review. Who is credited, and with which order, never changes. */
export async function loadReviewed(run: Run, partial: PartialSite, conversion: Conversion): Promise<void> {
  const site = partial.state.site.id;
  const { id, partner, orderId, customerId } = conversion;
  const loader = new SiteLoader(run);
  loader.sites.set(site, partial);
  const [orders, customers] = [siteKeys(), siteKeys()];
  if (orderId !== undefined) orders.add({ site, id: orderId });
  if (customerId !== undefined) customers.add({ site, id: customerId });
  const money = new MoneyKeys();
  if (partner !== undefined) money.partners.add({ site, id: partner });
  money.conversions.add({ site, id });
  await settleAll([
    loader.load(putRow.order, recordSql.orders, orders),
    loader.load(putRow.customer, recordSql.customers, customers, orders),
    loader.load(putRow.customerTally, recordSql.customerTallies, customers, orders),
    loadLocked(run, partial, id),
    loadPartner(run, partial, partner),
    loadEntries(run, partial, id),
  ]);
  await loadMoney(loader, money);
}

async function loadLocked(run: Run, partial: PartialSite, id: string): Promise<void> {
  const rows = await run<NamedRow['conversion']>(bySiteSql.lockConversion, partial.state.site.id, id);
  for (const row of rows) putRow.conversion(row, partial);
}

async function loadPartner(run: Run, { state, all }: PartialSite, partner = ''): Promise<void> {
  for (const { body } of await run<{ body: string }>(payoutSql.partners, state.site.id, [partner]))
    foldPartner(all, JSON.parse(body));
}

/** A signup has nothing but its line to tell when it is payable. */
async function loadEntries(run: Run, { state }: PartialSite, id: string): Promise<void> {
  for (const { body } of await run<{ body: string }>(bySiteSql.entries, state.site.id, id)) {
    const entry: ChainedEntry = JSON.parse(body);
    state.partners.get(entry.partner)?.entries.push(entry);
  }
}
