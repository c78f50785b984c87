import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { addAlice, DAY, NOON, samples } from '../../../../test/contract/samples.js';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { connect } from '../../src/postgres/connect.js';
import { PostgresStore } from '../../src/postgres/PostgresStore.js';
import { Upkeep } from '../../src/postgres/upkeep/Upkeep.js';

const HOUR = 3_600_000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
});
afterAll(() => server.stop());
afterEach(() => void vi.useRealTimers());

it('an upkeep deletes by itself, hour by hour, what is over: limits, tokens, and visits after their days', async () => {
  const url = await server.createDatabase();
  const warn = (message: string) => expect.fail(message);
  const store = await PostgresStore.open({ url, warn, clock: () => NOON });
  const { site } = await addAlice(store);
  await store.record(site, [samples.pageview(site)], NOON);
  await store.shareTaken([{ key: 'k', points: 1 }], NOON / 60_000);
  await store.addToken(samples.token());
  await store.close();

  const connections = await connect(url);
  const { rows } = await connections.pool.query('SELECT count(*) AS n FROM events');
  expect(rows).toEqual([{ n: 1 }]);
  const left = async () => {
    const counts = ['events', 'limits', 'tokens', 'facts_2026_05'].map(async (table) => {
      const found = await connections.pool.query(`SELECT count(*) AS n FROM ${table}`).catch(() => undefined);
      return found?.rows[0].n;
    });
    return Promise.all(counts);
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let now = NOON + 62 * DAY;
  const upkeep = new Upkeep(connections, { clock: () => now, retentionDays: 30, warn });
  await upkeep.start();
  const anHourLater = async () => {
    now += HOUR;
    await vi.advanceTimersByTimeAsync(HOUR);
    return left();
  };
  await expect.poll(anHourLater).toEqual([0, 0, 0, undefined]);
  vi.useRealTimers();
  await upkeep.stop();
  await connections.pool.end();
});
