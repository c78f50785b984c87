import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TrackedEvent } from '@reftally/core';
import { FileStore } from '@reftally/store';
import { expect, test, vi } from 'vitest';
import { callApi } from './support/callApi.js';
import { fillStore } from './support/fillStore.js';
import { SMALL_SEGMENTS } from './support/SMALL_SEGMENTS.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

const DAY = 86_400_000;
const VISITS = 6_000;
const SALES = 300;
/** Long enough ago that all of it may go. */
const THEN = Date.now() - 60 * DAY;
const PAGE = 'https://shop.example/a-page-of-long-ago';

/** A folder in which nothing has happened for sixty days. */
async function makeFolder(): Promise<{ folder: string; visits: TrackedEvent[] }> {
  const folder = join(useFolder(), 'data');
  const store = await FileStore.open({
    folder,
    warn: () => {},
    segmentBytes: 65_536,
    checkpointBytes: 200_000,
  });
  await fillStore.addShop(store);
  const touches = [{ code: 'alice', at: THEN }];
  const base = { site: 'shop', at: THEN, trust: 'browser' as const, touches, url: PAGE };
  const visits = Array.from({ length: VISITS }, (_, number): TrackedEvent => {
    return { type: 'pageview', ...base, id: randomUUID(), visitor: `visitor-${number % 900}` };
  });
  const sales = Array.from({ length: SALES }, (_, number): TrackedEvent => {
    const amount = { currency: 'EUR', minor: 100 + number };
    const ids = { id: randomUUID(), uid: `sale-${number}`, orderId: `o${number}` };
    return { type: 'purchase', ...base, ...ids, amount, visitor: `buyer-${number}` };
  });
  for (let from = 0; from < VISITS; from += 500)
    await store.record('shop', visits.slice(from, from + 500), THEN);
  await store.record('shop', sales, THEN);
  await store.close();
  return { folder, visits };
}

async function readBooks(url: string): Promise<unknown> {
  const day = (offset: number) => new Date(THEN + offset * DAY).toISOString().slice(0, 10);
  const totals = await callApi(url, 'GET', `/totals?site=shop&from=${day(-3)}&to=${day(3)}&interval=day`);
  const ledger = await callApi<{ rows?: unknown; ledger?: unknown }>(
    url,
    'GET',
    '/ledger?site=shop&limit=500',
  );
  const sales = await callApi(url, 'GET', '/conversions?site=shop&limit=500');
  return { totals, ledger, sales };
}

/** As the script sends it. */
async function post(url: string, events: readonly { id: string; at: number }[]): Promise<string[]> {
  const e = events.map(({ id, at }) => ({
    id,
    n: 'pageview',
    t: at,
    u: PAGE,
    a: { v: 'visitor-1', t: [['alice', at]] },
  }));
  const headers = { origin: 'https://shop.example' };
  const body = JSON.stringify({ v: 1, k: 'pk', s: Date.now(), e });
  const response = await fetch(`${url}/e`, { method: 'POST', headers, body });
  const { r } = (await response.json()) as { r: { status: string; reason?: string }[] };
  return r.map(({ status, reason }) => reason ?? status);
}

const logOf = (folder: string) => readdirSync(join(folder, 'log'));

test('kill -9 while the log is compacted: totals, receipts and ledger stay, and what went does not count again', {
  timeout: 240_000,
}, async () => {
  const { folder, visits } = await makeFolder();
  const before = await useCollector({ folder, ...SMALL_SEGMENTS });
  const books = await readBooks(before.url);
  await before.stop('SIGTERM');
  const options = { folder, args: ['--retention-days', '30'], ...SMALL_SEGMENTS };
  let killed = 0;
  for (const pause of [30, 60, 90, 120, 160, 200, 260, 340]) {
    const collector = await useCollector(options);
    expect(await post(collector.url, [{ id: randomUUID(), at: Date.now() }])).toEqual(['accepted']);
    await delay(pause);
    await collector.stop('SIGKILL');
    if (logOf(folder).includes('000001.ndjson')) killed++;
    if (killed % 3 === 2) rmSync(join(folder, 'db.json'), { force: true });
    const again = await useCollector({ folder, ...SMALL_SEGMENTS });
    expect(await readBooks(again.url), `killed after ${pause} ms`).toEqual(books);
    await again.stop('SIGTERM');
  }
  expect(killed).toBeGreaterThan(0);

  const collector = await useCollector(options);
  await post(collector.url, [{ id: randomUUID(), at: Date.now() }]);
  await vi.waitFor(() => expect(logOf(folder)).not.toContain('000001.ndjson'), 30_000);
  await vi.waitFor(
    () => expect(logOf(folder).some((name) => name.endsWith('.base.json'))).toBe(true),
    30_000,
  );
  const late = visits.slice(0, 50);
  expect(new Set(await post(collector.url, late))).toEqual(new Set(['too-old']));
  expect(await readBooks(collector.url)).toEqual(books);
  await collector.stop('SIGTERM');
  rmSync(join(folder, 'db.json'));
  const rebuilt = await useCollector(options);
  expect(await readBooks(rebuilt.url), 'from the log alone').toEqual(books);
  await rebuilt.stop('SIGTERM');
  for (const name of logOf(folder).filter((name) => name.endsWith('.ndjson')))
    expect(readFileSync(join(folder, 'log', name), 'utf8')).not.toContain(visits.at(-1)?.id);
  expect(existsSync(join(folder, 'log', '000001.ndjson'))).toBe(false);
});
