import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector } from '@reftally/collector';
import { callApi } from '../journey/callApi.js';
import { freePort } from '../journey/freePort.js';
import type { TotalsRow } from '../journey/TotalsRow.js';
import type { Books } from './Books.js';

const ADMIN_KEY = 'the-operator-of-the-package';

/** Starts a collector for a shop of this origin. */
export async function openBooks(shopUrl: string): Promise<Books> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-books-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const store = `file:${folder}`;
  const collector = await startCollector({
    port,
    store,
    adminKey: ADMIN_KEY,
    publicUrl: url,
    logLevel: 'silent',
  });
  const call = <Body>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    callApi<Body>(url, ADMIN_KEY, { method, path, body });
  const site = {
    id: 'shop',
    name: 'Shop',
    origins: [shopUrl],
    landingUrl: `${shopUrl}/`,
    currencies: ['EUR'],
  };
  const { publicKey } = await call<{ publicKey: string }>('POST', '/sites', site);
  await call('POST', '/partners', { site: 'shop', name: 'Alice', code: 'alice' });
  return {
    url,
    site: publicKey,
    alice: async () => {
      const { totals } = await call<{ totals: TotalsRow[] }>('GET', '/totals?site=shop');
      return totals.find(({ code }) => code === 'alice') as TotalsRow;
    },
    conversions: async () =>
      (await call<{ conversions: { [field: string]: unknown }[] }>('GET', '/conversions?site=shop'))
        .conversions,
    close: async () => {
      await collector.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
