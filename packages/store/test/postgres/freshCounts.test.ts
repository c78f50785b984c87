import type { Interval, TrackedEvent } from '@reftally/core';
import type { Store } from '@reftally/store';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { DAY, NOON, samples } from '../../../../test/contract/samples.js';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { connect } from '../../src/postgres/connect.js';
import { PostgresStore } from '../../src/postgres/PostgresStore.js';
import { addUpCounts } from '../../src/postgres/upkeep/addUpCounts.js';
import { openTestStore } from '../openTestStore.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
});
afterAll(() => server.stop());
afterEach(() => void vi.useRealTimers());

const site = samples.site({ id: 'shop', timeZone: 'Pacific/Auckland' });
const alice = samples.partner(site.id, { id: 'alice', code: 'ALICE' });
const bob = samples.partner(site.id, { id: 'bob', code: 'BOB' });

/** A database in which nothing is added up until a test does it, a folder, and a site with two partners in both. */
async function openBoth() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const url = await server.createDatabase();
  const open = () => PostgresStore.open({ url, warn: (message) => expect.fail(message), clock: () => NOON });
  const store = await open();
  onTestFinished(() => store.close());
  const connections = await connect(url);
  onTestFinished(() => connections.pool.end());
  const { store: file } = await openTestStore();
  for (const one of [file, store]) {
    await one.addSite(site);
    for (const partner of [alice, bob]) await one.addPartner(partner, samples.link(partner));
  }
  const rows = async () => {
    const sql =
      'SELECT (SELECT count(*) FROM fresh_counts) AS fresh, (SELECT sum(pageviews + purchases) FROM counts) AS added';
    return (await connections.pool.query(sql)).rows[0];
  };
  return { file, store, connections, rows, open };
}

const visit = (code: string, at: number) =>
  samples.pageview(site.id, { at, visitor: `v-${code}-${at}`, touches: [{ code, at }] });
const sale = (code: string, at: number) =>
  samples.purchase(site.id, { at, trust: 'server', touches: [{ code, at }] });
const first = [visit('ALICE', NOON - DAY), visit('BOB', NOON), samples.pageview(site.id), sale('BOB', NOON)];
const later = [visit('ALICE', NOON), visit('BOB', NOON - 150 * DAY), sale('ALICE', NOON - 7 * DAY)];

const RANGES = [
  ['2025-01-01', '2026-12-31'],
  ['2026-04-30', '2026-04-30'],
] as const;
const INTERVALS: readonly Interval[] = ['total', 'month', 'week', 'day'];

/** What is told of both partners, and of one. */
function answersOf(store: Store): Promise<unknown[]> {
  const asked = [undefined, bob.id].flatMap((partner) =>
    RANGES.flatMap(([from, to]) =>
      INTERVALS.flatMap((interval) => {
        const query = { site: site.id, from, to, interval, now: NOON, ...(partner && { partner }) };
        return [store.totals(query), store.trustTotals(query)];
      }),
    ),
  );
  return Promise.all(asked);
}

it('totals are the same before and after what was counted is added up, whoever does it at once, and again', async () => {
  const { file, store, connections, rows } = await openBoth();
  const record = async (events: readonly TrackedEvent[]) => {
    for (const one of [file, store]) await one.record(site.id, events, NOON);
    expect(await answersOf(store)).toEqual(await answersOf(file));
  };
  const addUp = async () => {
    await Promise.all([0, 1, 2].map((slot) => addUpCounts(connections, slot)));
    expect(await answersOf(store)).toEqual(await answersOf(file));
  };
  await record(first.slice(0, 1));
  await record(first.slice(1));
  expect(await rows()).toEqual({ fresh: 4, added: null });
  await addUp();
  // Each in its day, its month and its year, and a sale once more by its trust.
  expect(await rows()).toEqual({ fresh: 0, added: 5 * 3 });
  await record(later);
  await addUp();
  expect(await rows()).toEqual({ fresh: 0, added: 9 * 3 });
});

it('is added up within a second, but what a collector left behind that has gone, on the next start', async () => {
  const { store, connections, rows, open } = await openBoth();
  await store.record(site.id, first, NOON);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect.poll(rows, { interval: 20 }).toEqual({ fresh: 0, added: 5 * 3 });
  await store.record(site.id, later, NOON);
  await store.close();
  expect(await rows()).toMatchObject({ fresh: 4 });
  await (await open()).close();
  expect(await rows()).toEqual({ fresh: 0, added: 9 * 3 });
  await addUpCounts(connections, 0);
  expect(await rows()).toEqual({ fresh: 0, added: 9 * 3 });
});
