import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector } from '@reftally/collector';
import { startShop } from '@reftally/demo';
import { callApi } from './callApi.js';
import { freePort } from './freePort.js';
import type { TotalsRow } from './TotalsRow.js';
import type { World } from './World.js';

const ADMIN_KEY = 'the-operator-of-the-journey';
const DAY_MS = 86_400_000;

interface Keys {
  readonly publicKey: string;
  readonly secretKey: string;
  readonly signingSecret: string;
}

interface Totals {
  readonly totals: readonly TotalsRow[];
  readonly direct: { readonly pageviews: number; readonly purchases: number };
}

const COUPON = { code: 'ALICE10', percent: 10 };
const TEN_PERCENT = { holdDays: 30, commission: [{ on: 'purchase', percent: '10' }] };

/**
 * Starts a world. Its clock begins `daysAgo` days before the machine's, so that days can pass without a future. Orders are signed,
 * and the coupon `ALICE10` takes 10 % off.
 */
export async function startWorld(daysAgo: number, policy: object = TEN_PERCENT): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-journey-'));
  let ahead = -daysAgo * DAY_MS;
  const clock = () => Date.now() + ahead;
  const shopPort = await freePort();
  const collectorPort = await freePort();
  const collectorUrl = `http://localhost:${collectorPort}`;
  const collector = await startCollector({
    port: collectorPort,
    store: `file:${folder}`,
    adminKey: ADMIN_KEY,
    publicUrl: collectorUrl,
    logLevel: 'silent',
    clock,
  });
  const call = <Body>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
    callApi<Body>(collectorUrl, ADMIN_KEY, { method, path, body });
  const { publicKey: siteKey, secretKey } = await call<Keys>('POST', '/sites', {
    ...siteOf(`http://localhost:${shopPort}`),
    policy,
  });
  const { signingSecret } = await call<Keys>('POST', '/sites/shop/rotate-signing-secret', {});
  const alice = await call<{ id: string }>('POST', '/partners', {
    site: 'shop',
    name: 'Alice',
    code: 'alice',
  });
  await call('POST', '/partners', { site: 'shop', name: 'Bob', code: 'bob' });
  await call('POST', '/links', { site: 'shop', partner: alice.id, code: COUPON.code });
  await call('PATCH', `/partners/${alice.id}`, { coupon: COUPON.code });
  const keys = { siteKey, secretKey, signingSecret };
  const shop = await startShop({ port: shopPort, collectorUrl, ...keys, coupons: [COUPON], clock });
  const totals = () => call<Totals>('GET', '/totals?site=shop');
  return {
    collectorUrl,
    shopUrl: shop.url,
    call,
    passDays: (days) => {
      ahead += days * DAY_MS;
    },
    now: clock,
    totalsOfAlice: async () => rowOf(await totals(), 'alice'),
    direct: async () => (await totals()).direct,
    accessOfAlice: async () => (await call<{ url: string }>('POST', `/partners/${alice.id}/access`, {})).url,
    close: async () => {
      await shop.close();
      await collector.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function siteOf(shopUrl: string) {
  return {
    id: 'shop',
    name: 'Northlight Coffee',
    origins: [shopUrl],
    landingUrl: `${shopUrl}/`,
    currencies: ['EUR', 'USD', 'JPY'],
  };
}

function rowOf({ totals }: Totals, code: string): TotalsRow {
  const row = totals.find((one) => one.code === code);
  if (!row) throw new Error(`The totals have no row of ${code}.`);
  return row;
}
