import type { Page, PageQuery, Store } from '@reftally/store';

const EVER = { from: '2000-01-01', to: '2099-12-31' };

/** All that a store tells of its sites: every list, every ledger, and totals by month. `now` in ms divides held from payable. */
export async function readAll(store: Store, now: number): Promise<Record<string, unknown>> {
  const sites = await pages((page) => store.sites(page));
  const all: Record<string, unknown> = { sites };
  for (const { id: site } of sites) {
    const partners = await pages((page) => store.partners({ ...page, site }));
    const chains = await Promise.all(partners.map(({ id }) => store.chain(id)));
    const { counts } = await store.reviews({ site, state: 'open', limit: 1 });
    all[site] = {
      partners,
      chains,
      counts,
      links: await pages((page) => store.links({ ...page, site })),
      existing: await pages((page) => store.existingCustomers({ ...page, site })),
      conversions: await pages((page) => store.conversions({ ...page, site })),
      ledger: await pages((page) => store.ledger({ ...page, site })),
      payouts: await pages((page) => store.payouts({ ...page, site })),
      waiting: await pages((page) => store.waitingRefunds({ ...page, site })),
      held: await pages((page) => store.reviews({ ...page, site, state: 'held' })),
      preview: await store.previewPayout(site, {}, now),
      totals: await store.totals({ ...EVER, site, interval: 'month', now }),
      trust: await store.trustTotals({ ...EVER, site, interval: 'total' }),
    };
  }
  return all;
}

async function pages<T>(read: (page: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 500, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
