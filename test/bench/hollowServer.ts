// Rung: the collector as it is, with a store that decides nothing. It appends each event, and says that all are accepted.
import { startCollector } from '@reftally/collector';
import { defaultPolicy, type Site } from '@reftally/core';
import type { Store } from '@reftally/store';
import { appendTogether } from './appendTogether.js';

const site: Site = {
  id: 'shop',
  name: 'Shop',
  origins: ['https://shop.example'],
  landingUrl: 'https://shop.example/',
  currencies: ['EUR'],
  timeZone: 'UTC',
  policy: defaultPolicy(),
  publicKey: '',
  secretHash: '',
  createdAt: 0,
};
const append = await appendTogether();

const hollow: Partial<Store> = {
  siteByPublicKey: async () => site,
  async record(_site, events) {
    const rows = events.map(({ id }) => ({ id, status: 'accepted' as const, partner: site.id }));
    await append(Buffer.from(`${JSON.stringify(events)}\n`));
    return rows;
  },
};
const { port } = await startCollector({
  store: hollow as Store,
  adminKey: 'a'.repeat(40),
  port: 0,
  host: '127.0.0.1',
  rateLimit: 1_000_000_000,
  logLevel: 'warn',
  trustProxy: 1,
});
process.send?.(port);
