import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY } from '../crash/support/ADMIN_KEY.js';
import type { Collector } from '../crash/support/Collector.js';
import { callApi } from '../crash/support/callApi.js';
import { createShop } from '../crash/support/createShop.js';
import { readTotals } from '../crash/support/readTotals.js';
import { runReftally } from '../crash/support/runReftally.js';
import { startCollector } from '../crash/support/startCollector.js';
import type { PostgresServer } from './PostgresServer.js';
import { startPostgres } from './startPostgres.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18, password: 'a secret' });
});
afterAll(() => server.stop());

const serve = (url: string) => startCollector({ folder: 'unused', args: ['--store', url] });

/** Sales with Alice's coupon, of which each is reported to both collectors. */
async function sell(collectors: readonly Collector[], site: string, coupon: string): Promise<string[]> {
  const orders = Array.from({ length: 20 }, (_, index) => `order-${index}`);
  const reports = orders.flatMap((orderId) => collectors.map(({ url }) => ({ url, orderId })));
  const answers = await Promise.all(
    reports.map(({ url, orderId }, index) => {
      const event = {
        id: `event-${index}`,
        type: 'purchase',
        orderId,
        amount: '10',
        currency: 'EUR',
        coupon,
      };
      return callApi<{ results: { status: string }[] }>(url, 'POST', '/events', { site, events: [event] });
    }),
  );
  return answers.flatMap(({ results }) => results.map(({ status }) => status));
}

test('two collectors that start at once on an empty database are one, and a third goes on where they ended', async () => {
  const database = await server.createDatabase();
  const collectors = await Promise.all([serve(database), serve(database)]);
  const [one, two] = collectors;
  if (!one || !two) throw new Error('two were started');
  const { site, partners } = await createShop(one.url, 1);
  const statuses = await sell(collectors, site, 'code-0');
  expect(statuses.filter((status) => status === 'accepted')).toHaveLength(20);
  expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(20);
  const expected = { purchases: 20, revenue: { EUR: 20_000 } };
  const alice = partners[0]?.id ?? '';
  for (const { url } of collectors) expect((await readTotals(url, site)).get(alice)).toMatchObject(expected);
  const ends = await Promise.all(collectors.map((collector) => collector.stop('SIGTERM')));
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  const third = await serve(database);
  expect((await readTotals(third.url, site)).get(alice)).toMatchObject(expected);
  await third.stop('SIGTERM');
});

test.each<[string, (url: URL) => unknown, string]>([
  [
    'a wrong password',
    (url) => Object.assign(url, { password: 'another secret' }),
    'check the user and the password',
  ],
  ['no database', (url) => Object.assign(url, { pathname: '/shop' }), 'CREATE DATABASE shop'],
  ['no server', (url) => Object.assign(url, { port: '1' }), 'start it, or name another host and port'],
])('with %s it says in a sentence what to do, and not the password', async (_, change, sentence) => {
  const url = new URL(server.url('postgres'));
  change(url);
  const { code, out, err } = await runReftally(
    'serve',
    '--port',
    '0',
    '--store',
    url.href,
    '--admin-key',
    ADMIN_KEY,
  );
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(out + err).not.toMatch(/secret/);
});

test('without an admin key it says that a database keeps none', async () => {
  const url = await server.createDatabase();
  const { code, err } = await runReftally('serve', '--port', '0', '--store', url);
  expect([code, err]).toEqual([1, expect.stringContaining('--admin-key')]);
});
