import type { TrackedEvent } from '@reftally/core';
import { copyStore, openStore, PostgresStore, type Store } from '@reftally/store';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from '../../../../test/contract/samples.js';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { fold } from '../../src/file/fold.js';
import type { State } from '../../src/file/State.js';
import { totalsOf } from '../../src/file/totalsOf.js';
import { connect } from '../../src/postgres/connect.js';
import { careForVisits } from '../../src/postgres/retention/careForVisits.js';
import { forgetVisits } from '../../src/postgres/retention/forgetVisits.js';
import { addHistoryPartners } from '../histories/addHistoryPartners.js';
import { HISTORY_SITE } from '../histories/HISTORY_SITE.js';
import { RetentionReference } from '../histories/RetentionReference.js';
import { retentionHistories } from '../histories/retentionHistories.js';
import { sentAgain } from '../histories/sentAgain.js';

const DAYS = 30;
const RUNS = Number(process.env.REFTALLY_STREAMS ?? 12);

let server: PostgresServer;
let template: string;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
  const url = await server.createDatabase();
  await (await open(url, NOON)).close();
  template = new URL(url).pathname.slice(1);
});
afterAll(() => server.stop());

const open = (url: string, now: number, retentionDays = DAYS) =>
  PostgresStore.open({ url, warn: (message) => expect.fail(message), retentionDays, clock: () => now });

/** As an upkeep does it, so many times half an hour apart. */
async function forget(url: string, now: number, times: number): Promise<void> {
  const connections = await connect(url);
  for (let time = 0; time < times; time++)
    for await (const _ of forgetVisits(connections, { days: DAYS, now }));
  await connections.pool.end();
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What has to stay for ever, of a store and of a reference. */
async function keptIn(store: Store, now: number) {
  const site = HISTORY_SITE;
  const query = { site, from: '2025-01-01', to: '2030-01-01', interval: 'day', now } as const;
  const { rows } = await store.conversions({ site, limit: 500 });
  return {
    totals: await store.totals(query),
    conversions: rows,
    chains: await Promise.all(['ALICE', 'BOB'].map((partner) => store.chain(partner))),
  };
}
function keptBy(state: State, now: number) {
  const site = state.sites.get(HISTORY_SITE);
  if (!site) throw new Error('there is no site');
  const query = { site: HISTORY_SITE, from: '2025-01-01', to: '2030-01-01', interval: 'day', now } as const;
  return {
    totals: totalsOf(site, query),
    conversions: site.timeline.toReversed(),
    chains: ['ALICE', 'BOB'].map((partner) => site.partners.get(partner)?.entries),
  };
}

async function foldSetup(state: State, store: Store): Promise<void> {
  const site = await store.site(HISTORY_SITE);
  if (site) fold(state, { site });
  for (const id of ['ALICE', 'BOB']) {
    const [partner, [link]] = [await store.partner(id), await store.linksByCode(id)];
    if (partner && link) fold(state, { partner, link });
  }
}

describe('with retention', () => {
  let dropped = 0;

  it(
    'answers, totals, receipts and ledgers are the same whenever visits are deleted, and money as without',
    async () => {
      const histories = retentionHistories('leave', 'leave', 'reopen', 'forget', 'forget twice');
      await fc.assert(
        fc.asyncProperty(histories, fc.constantFrom(30, 7), async (steps, windowDays) => {
          const url = await server.createDatabase(template);
          let now = NOON;
          let store = await open(url, now);
          try {
            await addHistoryPartners(store, windowDays);
            const references = [new RetentionReference(DAYS), new RetentionReference(0)] as const;
            for (const { state } of references) await foldSetup(state, store);
            const sent: [event: TrackedEvent, first: number][] = [];
            for (const step of steps) {
              now += step.later;
              const old = step.again === undefined ? undefined : sent[step.again % Math.max(1, sent.length)];
              const event = old ? sentAgain(old[0], old[1], now) : step.make(now);
              if (!old) sent.push([event, now]);
              const [answer] = await store.record(HISTORY_SITE, [event], now);
              const expected = references.map((one) => one.record(structuredClone(event), now));
              expect(answer).toEqual({ id: event.id, ...expected[0] });
              if (step.care.startsWith('forget')) await forget(url, now, step.care === 'forget' ? 1 : 2);
              if (step.care !== 'reopen') continue;
              await store.close();
              store = await open(url, now);
            }
            await forget(url, now, 2);
            const [same, plain] = references.map(({ state }) => keptBy(state, now));
            const found = await keptIn(store, now);
            expect(found).toEqual(same);
            expect(found.chains).toEqual(plain?.chains);
            const { changed, conversions, kept = 0 } = await store.replay({ site: HISTORY_SITE, policy: {} });
            expect([changed, kept + conversions]).toEqual([0, found.conversions.length]);
            const [{ n } = { n: 0 }] = await ask<{ n: number }>(
              url,
              'SELECT count(*)::int AS n FROM facts_kept',
            );
            dropped += n;
          } finally {
            await store.close();
            await server.dropDatabase(url);
          }
        }),
        { numRuns: RUNS },
      );
      expect(dropped).toBeGreaterThan(0);
    },
    60_000 + RUNS * 5_000,
  );
});

/** Everything that is stored, as text. */
async function textOf(url: string): Promise<string> {
  const tables = await ask<{ relname: string }>(
    url,
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  const rows = tables.map(({ relname }) => ask(url, `SELECT * FROM ${relname}`));
  return JSON.stringify(await Promise.all(rows));
}

describe('after its days', () => {
  const touches = [{ code: 'ALICE', at: NOON }];
  const late = NOON + 62 * DAY; // All of May is more than 30 days ago.
  let url: string;
  let store: PostgresStore;
  beforeEach(async () => {
    url = await server.createDatabase(template);
    store = await open(url, NOON);
    return () => store.close();
  });

  it('a visit is nowhere any more, its month is dropped, and what came of it stays', async () => {
    const { site, alice } = await addAlice(store);
    const secrets = { url: 'https://shop.example/page-of-may', props: { plan: 'plan-of-may' } };
    const given = { ...secrets, touches, client: 'client-of-may' };
    const view = samples.pageview(site, { ...given, visitor: 'visitor-of-may' });
    const sale = samples.purchase(site, { ...given, visitor: 'buyer', orderId: 'order-of-may' });
    await store.record(site, [view], NOON);
    await store.record(site, [sale], NOON);
    await store.sawPartner(alice, 'browser-of-may', NOON);
    const gone = [view.id, 'page-of-may', 'plan-of-may', 'client-of-may', 'visitor-of-may'];
    const before = await textOf(url);
    for (const secret of gone) expect(before).toContain(secret);
    await ask(url, 'DELETE FROM clicks; DELETE FROM seen_clients'); // As every day.

    await forget(url, NOON + 29 * DAY, 2);
    for (const secret of gone) expect(await textOf(url)).toContain(secret);
    await forget(url, late, 2);
    const after = await textOf(url);
    for (const secret of gone) expect(after).not.toContain(secret);
    const partitions =
      "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'facts'::regclass";
    const names = (await ask<{ name: string }>(url, partitions)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['facts_2026_06', 'facts_2026_07', 'facts_other']));
    expect(names).not.toContain('facts_2026_05');

    expect(await store.record(site, [sale, sentAgain(view, NOON, late)], late)).toMatchObject([
      { status: 'duplicate', partner: alice },
      { status: 'refused', reason: 'too-old' },
    ]);
    const query = { site, from: '2026-05-01', to: '2026-05-01', interval: 'total', now: late } as const;
    expect((await store.totals(query)).rows).toMatchObject([
      { partner: alice, counts: { clicks: 2, visitors: 2, pageviews: 1, purchases: 1 } },
    ]);
  });

  it('a touch leaves before later ones of the same visitor', async () => {
    const { site } = await addAlice(store);
    for (const at of [NOON, NOON + 40 * DAY])
      await store.record(
        site,
        [samples.pageview(site, { at, visitor: 'v', touches: [{ code: 'ALICE', at }] })],
        at,
      );
    await forget(url, NOON + 45 * DAY, 2);
    const [visitor] = await ask<{ touches: string }>(url, 'SELECT touches FROM visitors');
    expect(JSON.parse(visitor?.touches ?? '')).toEqual([{ code: 'ALICE', at: NOON + 40 * DAY }]);
  });

  it('an event without a time of its own stays known, for it could come again as if it were new', async () => {
    const { site } = await addAlice(store);
    const undated = samples.pageview(site, { trust: 'server' });
    const dated = samples.pageview(site, { trust: 'server', dated: true });
    await store.record(site, [undated, dated], NOON);
    await forget(url, late, 2);
    const answers = await store.record(site, [{ ...undated, at: late }, dated], late);
    expect(answers).toMatchObject([{ status: 'duplicate' }, { status: 'refused', reason: 'too-old' }]);
  });

  it.each([
    ['is there still', 0],
    ['is about to go', 1],
    ['is gone', 2],
  ])('a visit whose id %s is refused as too old once, however many say it again', async (_, times) => {
    const { site } = await addAlice(store);
    const view = samples.pageview(site);
    await store.record(site, [view], NOON);
    await forget(url, late, times);
    const old = sentAgain(view, NOON, late);
    const stores = await Promise.all([1, 2, 3].map(() => open(url, late)));
    const answers = await Promise.all(
      [...stores, ...stores].map(async (one) => (await one.record(site, [old], late))[0]?.status),
    );
    await Promise.all(stores.map((one) => one.close()));
    expect(answers.sort()).toEqual([...Array(5).fill('duplicate'), 'refused']);
    const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: late } as const;
    const { direct, refused } = await store.totals(query);
    expect([direct.pageviews, refused]).toEqual([1, { 'too-old': 1 }]);
  });

  it('somebody who comes back without retention any more is not counted again for what was forgotten', async () => {
    const { site, alice } = await addAlice(store);
    await store.record(site, [samples.pageview(site, { visitor: 'v', touches })], NOON);
    await forget(url, late, 2);
    await store.close();
    store = await open(url, late, 0);
    await store.record(site, [samples.pageview(site, { at: late, visitor: 'v', touches })], late);
    const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: late } as const;
    expect((await store.totals(query)).rows).toMatchObject([
      { partner: alice, counts: { clicks: 1, visitors: 1, pageviews: 1 } },
    ]);
  });

  it('a replay decides again as far back as all visits within the window are there', async () => {
    const { site } = await addAlice(store);
    for (let day = 0; day < 100; day += 10) {
      const at = NOON + day * DAY;
      const view = samples.pageview(site, { at, visitor: `v${day}`, touches: [{ code: 'ALICE', at }] });
      await store.record(site, [view], at);
      const given = { at: at + 20 * DAY, visitor: `v${day}`, touches: [] };
      await store.record(site, [samples.purchase(site, { ...given, orderId: `o${day}` })], at + 20 * DAY);
    }
    const all = await store.replay({ site, policy: {} });
    expect([all.changed, all.conversions, all.kept]).toEqual([0, 10, undefined]);
    await forget(url, late, 2);
    const left = await store.replay({ site, policy: {} });
    expect([left.changed, left.conversions, left.kept]).toEqual([0, 4, 6]);
  });

  it('whatever store is named, the days are handed on', async () => {
    const { site } = await addAlice(store);
    const opened = await openStore({ url, warn: () => {}, retentionDays: DAYS });
    const now = Date.now();
    const old = sentAgain(samples.pageview(site), now - 40 * DAY, now);
    const answers = [await opened.record(site, [old], now), await store.record(site, [old], now)];
    await opened.close();
    expect(answers).toMatchObject([[{ reason: 'too-old' }], [{ status: 'duplicate' }]]);
  });

  it('it cannot be copied, and a copy says so', async () => {
    const { site } = await addAlice(store);
    await store.record(site, [samples.pageview(site)], NOON);
    await forget(url, late, 1);
    await expect(copyStore({ from: url, to: await server.createDatabase() })).rejects.toThrow(
      /forgets visits .*pg_dump/,
    );
  });
});

it('visits are cared for by one of all collectors in half an hour, unless they are kept', async () => {
  const connections = await connect(await server.createDatabase(template));
  const care = (days: number, now: number) => careForVisits(connections, { days, now }, () => false);
  expect(await care(0, NOON)).toBe(false);
  const done = await Promise.all([1, 2, 3].map(() => care(DAYS, NOON)));
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await care(DAYS, NOON + 29 * 60_000)).toBe(false);
  expect(await care(DAYS, NOON + 30 * 60_000)).toBe(true);
  await connections.pool.end();
});
