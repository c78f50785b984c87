import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Books } from '../crash/support/Books.js';
import type { Collector } from '../crash/support/Collector.js';
import { createShop } from '../crash/support/createShop.js';
import { makeEvents } from '../crash/support/makeEvents.js';
import { makeRandom } from '../crash/support/makeRandom.js';
import { postAll } from '../crash/support/postAll.js';
import { readTotals } from '../crash/support/readTotals.js';
import { runReftally } from '../crash/support/runReftally.js';
import { startLoad } from '../crash/support/startLoad.js';
import { sumEvents } from '../crash/support/sumEvents.js';
import { useCollector } from '../crash/support/useCollector.js';
import type { PostgresServer } from './PostgresServer.js';
import { startPostgres } from './startPostgres.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18 });
});
afterAll(() => server.stop());

const WORKERS = 3;
const useWorkers = async (url: string) =>
  useCollector({ folder: 'unused', args: ['--store', url, '--workers', String(WORKERS)] });

const workersOf = ({ child: { pid } }: Collector) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const allStarted = (collector: Collector) =>
  expect.poll(() => collector.output(), { timeout: 20_000 }).toContain('all collectors started');

test('workers share a port and count once; one that is killed loses nothing acknowledged and is replaced', async () => {
  const database = await server.createDatabase();
  const collector = await useWorkers(database);
  await allStarted(collector);
  const shop = await createShop(collector.url, 3);
  const random = makeRandom(7);
  const books: Books = { sent: new Map(), acknowledged: new Map() };
  const options = { connections: 24, nextEvent: makeEvents(shop, random), random, books };

  for (let killed = 0; killed < 2; killed++) {
    const workers = workersOf(collector);
    const load = startLoad(collector.url, shop, options);
    const before = books.acknowledged.size;
    await expect.poll(() => books.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 300);
    process.kill(workers[killed] ?? 0, 'SIGKILL');
    await expect
      .poll(() => workersOf(collector).filter((pid) => !workers.includes(pid)), { timeout: 10_000 })
      .toHaveLength(1);
    await load.stop();
    expect(Object.keys(load.statuses)).toEqual(['200']);
  }

  const unanswered = [...books.sent.values()].filter(({ id }) => !books.acknowledged.has(id));
  await postAll(collector.url, shop, unanswered, books);
  expect(await readTotals(collector.url, shop.site)).toEqual(sumEvents(books.sent.values(), shop.partners));
  expect(await collector.stop('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(collector.output()).not.toContain('unexpected error');
}, 90_000);

test('whichever worker is asked, the metrics are of all', async () => {
  const collector = await useWorkers(await server.createDatabase());
  await allStarted(collector);
  const shop = await createShop(collector.url, 1);
  const random = makeRandom(3);
  const books: Books = { sent: new Map(), acknowledged: new Map() };
  const next = makeEvents(shop, random);
  // Over connections of their own, which the workers take in turn.
  const posts = Array.from({ length: 60 }, () => postAll(collector.url, shop, [next()], books));
  await Promise.all(posts);
  for (let i = 0; i < WORKERS; i++) {
    const text = await (await fetch(`${collector.url}/metrics`, { headers: { connection: 'close' } })).text();
    const accepted = [...text.matchAll(/^reftally_events_total\{[^}]*\} (\d+)/gm)];
    expect(accepted.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(posts.length);
  }
  await collector.stop('SIGINT');
});

test.each<[string, string[], string]>([
  ['a folder', ['--store', 'file:./unused'], '--store postgres://'],
  ['no server', ['--store', 'postgres://nobody@127.0.0.1:1/none'], 'start it, or name another host and port'],
])('with %s several workers end with one sentence', async (_, args, sentence) => {
  const key = ['--admin-key', 'a key of the operator'];
  const { code, err } = await runReftally('serve', '--port', '0', '--workers', '4', ...key, ...args);
  expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringContaining(sentence)]]);
});
