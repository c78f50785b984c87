import { setTimeout as delay } from 'node:timers/promises';
import { type CollectorOptions, startCollector } from '@reftally/collector';
import { PostgresStore } from '@reftally/store';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createLimits } from '../../packages/collector/dist/createLimits.js';
import { ADMIN_KEY } from '../crash/support/ADMIN_KEY.js';
import { createShop } from '../crash/support/createShop.js';
import { useCollector } from '../crash/support/useCollector.js';
import type { PostgresServer } from './PostgresServer.js';
import { startPostgres } from './startPostgres.js';

const LIMIT = 100;
/** In a minute of the clock that does not end before the test does. */
const clock = () => Date.UTC(2026, 4, 1, 12, 0, 20);
/** By then everybody has told, and heard of what was told. */
const TOLD_MS = 4_000;

let server: PostgresServer;
let url: string;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.createDatabase();
});

const ask = async (sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

async function useHere(options: CollectorOptions = {}): Promise<string> {
  const collector = await startCollector({
    port: 0,
    store: url,
    adminKey: ADMIN_KEY,
    logLevel: 'silent',
    rateLimit: LIMIT,
    clock,
    ...options,
  });
  onTestFinished(() => collector.close());
  return collector.url;
}

/** Sends so many pageviews, one request each on a connection of its own, and says how many were answered in which way. */
async function sendAll(collector: string, key: string, count: number): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (let sent = 0; sent < count; sent++) {
    const id = `${collector} ${Math.random()}`;
    const answer = await fetch(`${collector}/e`, {
      method: 'POST',
      headers: { origin: 'https://shop.example', connection: 'close' },
      body: JSON.stringify({ v: 1, k: key, s: 1, e: [{ id, n: 'pageview', t: 1 }] }),
    });
    await answer.arrayBuffer();
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  }
  return statuses;
}

it('two collectors let through what was sent until they heard of each other, and then nothing more in that minute', async () => {
  const [one, other] = [await useHere(), await useHere()];
  const { key } = await createShop(one, 1);
  const [first = {}, second = {}] = await Promise.all([one, other].map((url) => sendAll(url, key, 60)));
  const letThrough = (first[200] ?? 0) + (second[200] ?? 0);
  expect(letThrough).toBeGreaterThanOrEqual(LIMIT); // All 120, unless this machine took longer than a second.
  await delay(TOLD_MS);
  expect([await sendAll(one, key, 10), await sendAll(other, key, 10)]).toEqual([{ 429: 10 }, { 429: 10 }]);
  const keys = (await ask('SELECT DISTINCT key FROM limits')) as { key: string }[];
  expect(keys).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
});

it('a key that is guessed at one collector cannot be guessed on at another', async () => {
  const [one, other] = [await useHere(), await useHere()];
  const guess = async (collector: string) =>
    (await fetch(`${collector}/api/v1/sites`, { headers: { authorization: 'Bearer a-wrong-key' } })).status;
  for (let guesses = 0; guesses < 30; guesses++) expect(await guess(one)).toBe(401);
  expect([await guess(one), await guess(other)]).toEqual([429, 401]);
  await delay(TOLD_MS);
  expect(await guess(other)).toBe(429);
});

it('workers of one command share it, too', async () => {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 30_000) await delay(left);
  const args = ['--store', url, '--workers', '2', '--rate-limit', String(LIMIT)];
  const collector = await useCollector({ folder: 'unused', args });
  await expect.poll(() => collector.output(), { timeout: 20_000 }).toContain('all collectors started');
  const { key } = await createShop(collector.url, 1);
  const { 200: letThrough } = await sendAll(collector.url, key, 120);
  expect(letThrough).toBeGreaterThanOrEqual(LIMIT);
  await delay(TOLD_MS);
  expect(await sendAll(collector.url, key, 20)).toEqual({ 429: 20 });
}, 90_000);

it('without its database each goes on by itself, with what it had heard', async () => {
  const stores = await Promise.all([1, 2].map(() => PostgresStore.open({ url, warn: () => {} })));
  const limits = stores.map((store) => createLimits({ store, rateLimit: LIMIT, salt: 's', clock }));
  const take = (collector: number, points: number) => {
    try {
      limits[collector]?.limitEvents('a', points);
      return 'let through';
    } catch (error) {
      return (error as { status: number }).status;
    }
  };
  expect([take(0, 30), take(1, 30)]).toEqual(['let through', 'let through']);
  await delay(TOLD_MS);
  await server.shutDown();
  try {
    expect([take(0, 40), take(0, 1)]).toEqual(['let through', 429]);
    await delay(TOLD_MS);
    expect([take(1, 40), take(1, 1)]).toEqual(['let through', 429]);
  } finally {
    await server.start();
    await Promise.all(stores.map((store) => store.close()));
  }
}, 30_000);
