import type { ExistingCustomer } from '@reftally/core';
import type { CustomersImport } from '../../CustomersImport.js';
import { newAmong } from '../../file/newAmong.js';
import type { Connections } from '../connect.js';
import type { Run } from '../Run.js';
import { putRow } from '../record/putRow.js';
import { recordSql } from '../record/recordSql.js';
import { SiteLoader } from '../record/SiteLoader.js';
import { siteKeys } from '../record/siteKeys.js';
import { retryTransaction } from '../retryTransaction.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';
import { loadSite } from './loadSite.js';

type Word = 'new' | 'known';

/**
 * Imports customers, as `Store.importCustomers` says. Their rows are made first and locked, so that nobody is brought by a partner at the same time.
 */
export function importExisting(
  connections: Connections,
  { site, customers }: CustomersImport,
  now: number,
): Promise<Word[]> {
  return retryTransaction(connections, async (run) => {
    const partial = await loadSite(run, site);
    const loader = new SiteLoader(run);
    loader.sites.set(site, partial);
    const keys = siteKeys();
    for (const { customerId: id } of customers) keys.add({ site, id });
    const ids = [...new Set(customers.map(({ customerId }) => customerId))].sort();
    await settleAll([
      run(bySiteSql.claimCustomers, site, ids),
      loader.load(putRow.customer, recordSql.customers, keys, []),
      loader.load(putRow.customerTally, recordSql.customerTallies, keys, []),
      loader.load(putRow.existing, recordSql.existing, keys, []),
    ]);
    const existing = newAmong(partial.state, customers, now);
    const fresh = new Set(existing.map(({ customerId }) => customerId));
    const value = customers.map(({ customerId }): Word => (fresh.delete(customerId) ? 'new' : 'known'));
    return { value, writes: existing.length > 0 ? writesOf(run, site, existing, now) : [] };
  });
}

function writesOf(run: Run, site: string, existing: readonly ExistingCustomer[], now: number) {
  const rows = existing.map((customer) => {
    const { customerId: id, importedAt: imported_at } = customer;
    return { id, imported_at, body: JSON.stringify(customer) };
  });
  return [
    run(bySiteSql.newExisting, site, JSON.stringify(rows)),
    run(bySiteSql.fact, site, now, JSON.stringify({ existing, of: site })),
  ];
}
