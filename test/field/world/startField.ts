import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector } from '@reftally/collector';
import type { TrackedEvent } from '@reftally/core';
import { callApi } from '../../journey/callApi.js';
import type { TotalsRow } from '../../journey/TotalsRow.js';
import { FaultProxy } from './FaultProxy.js';
import type { Field } from './Field.js';
import { readOutcomes } from './readOutcomes.js';
import { Shop } from './Shop.js';

const ADMIN_KEY = 'the-operator-of-the-field';

interface Totals {
  readonly totals: readonly TotalsRow[];
  readonly direct: { readonly pageviews: number; readonly purchases: number };
}

/** Hosts of the shop, besides this machine's own names. */
const HOSTS = [
  'shop.test',
  'collector.test',
  'a.shop.co.uk',
  'b.shop.co.uk',
  'x.herokuapp.com',
  'y.herokuapp.com',
];

/** Starts a field. Its collector answers to `collector.test`, which is another site than any of the shop's. */
export async function startField(collectorHost = 'collector.test'): Promise<Field> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-field-'));
  const proxy = await FaultProxy.start();
  const shop = await Shop.start();
  let ahead = 0;
  const collectorUrl = `http://${collectorHost}:${proxy.port}`;
  const collector = await startCollector({
    port: 0,
    store: `file:${folder}`,
    adminKey: ADMIN_KEY,
    publicUrl: collectorUrl,
    logLevel: 'silent',
    clock: () => Date.now() + ahead,
  });
  proxy.targetPort = collector.port;
  const call = <Body>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    callApi<Body>(`http://127.0.0.1:${collector.port}`, ADMIN_KEY, { method, path, body });
  const site = await call<{ publicKey: string }>('POST', '/sites', siteOf(shop));
  for (const code of ['bob', 'eve']) await call('POST', '/partners', { site: 'shop', name: code, code });
  shop.siteKey = site.publicKey;
  shop.scriptUrl = `${collectorUrl}/r.js`;
  const totals = () => call<Totals>('GET', '/totals?site=shop');
  const outcomes = () => readOutcomes(folder);
  return {
    proxy,
    shop,
    collectorUrl,
    passTime: (ms) => {
      ahead += ms;
      shop.clock = `<script>Date.now = ((real) => () => real() + ${ahead})(Date.now)</script>`;
    },
    outcomes,
    counted: <Type extends TrackedEvent['type']>(type: Type) =>
      outcomes().flatMap(({ event }) => (isOf(event, type) ? [event] : [])),
    totalsOf: async (code) => rowOf(await totals(), code),
    direct: async () => (await totals()).direct,
    close: async () => {
      await Promise.all([shop.close(), proxy.close(), collector.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isOf<Type extends TrackedEvent['type']>(
  event: TrackedEvent,
  type: Type,
): event is Extract<TrackedEvent, { type: Type }> {
  return event.type === type;
}

function siteOf(shop: Shop) {
  const hosts = [...HOSTS, 'localhost', '127.0.0.1'];
  return {
    id: 'shop',
    // What a sandboxed frame calls its origin.
    origins: [...hosts.map((host) => shop.origin(host)), shop.origin('shop.test', 'https'), 'null'],
    landingUrl: `${shop.origin()}/`,
    currencies: ['EUR', 'USD'],
    policy: { commission: [{ on: 'purchase', percent: '10' }] },
  };
}

function rowOf({ totals }: Totals, code: string): TotalsRow {
  const row = totals.find((one) => one.code === code);
  if (!row) throw new Error(`The totals have no row of ${code}.`);
  return row;
}
