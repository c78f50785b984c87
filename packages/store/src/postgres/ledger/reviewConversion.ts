import type { ChainedEntry, Conversion, Review } from '@reftally/core';
import { foldPartner } from '../../file/foldPartner.js';
import { foldReview } from '../../file/foldReview.js';
import { reviewFactOf } from '../../file/reviewFactOf.js';
import type { StoredConversion } from '../../StoredConversion.js';
import type { Connections } from '../connect.js';
import type { Run } from '../Run.js';
import { addSiteRows } from '../record/addSiteRows.js';
import { loadMoney } from '../record/loadMoney.js';
import { MoneyKeys } from '../record/MoneyKeys.js';
import type { NamedRow } from '../record/NamedRow.js';
import type { PartialSite } from '../record/PartialSite.js';
import { putRow } from '../record/putRow.js';
import { Rows } from '../record/Rows.js';
import { recordSql } from '../record/recordSql.js';
import { SiteChanges } from '../record/SiteChanges.js';
import { SiteLoader } from '../record/SiteLoader.js';
import { siteKeys } from '../record/siteKeys.js';
import { writeSql } from '../record/writeSql.js';
import { retryTransaction } from '../retryTransaction.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';
import { factWrites } from './factWrites.js';
import { loadSite } from './loadSite.js';
import { payoutSql } from './payoutSql.js';

type Asked = Omit<Review, 'at'>;

/** Reviews a conversion, as `Store.review` says. */
export function reviewConversion(
  connections: Connections,
  site: string,
  id: string,
  asked: Asked,
  now: number,
): Promise<{ stored: StoredConversion; isNew: boolean }> {
  let wasNew = false;
  return retryTransaction(connections, async (run, isRolledBack) => {
    const [partial, [row]] = await settleAll([
      loadSite(run, site),
      run<{ body: string }>(bySiteSql.conversion, site, id),
    ]);
    if (row) await loadReviewed(run, partial, JSON.parse(row.body));
    const fact = reviewFactOf(partial.state, id, asked, now);
    if (fact && 'review' in fact) foldReview(partial.state, fact);
    const stored = partial.state.conversions.get(id);
    if (!stored) throw new TypeError('a conversion that is reviewed is there');
    wasNew = fact !== undefined || (wasNew && !isRolledBack);
    const value = { stored: { ...stored }, isNew: wasNew };
    if (!fact || !('review' in fact)) return { value };
    const writes = [
      ...changedRows(partial, id).write(run, Object.values(writeSql)),
      ...factWrites(run, partial, fact, fact.entries, now),
    ];
    return { value, writes };
  });
}

/** Locks and loads what bears on a review. Who is credited, and with which order, never changes. */
async function loadReviewed(run: Run, partial: PartialSite, conversion: Conversion): Promise<void> {
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

function changedRows(partial: PartialSite, id: string): Rows {
  const rows = new Rows();
  const changes = new SiteChanges();
  changes.conversions.add(id);
  const orderId = partial.state.conversions.get(id)?.conversion.orderId;
  if (orderId !== undefined) changes.orders.add(orderId);
  addSiteRows(rows, partial, changes);
  return rows;
}
