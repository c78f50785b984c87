import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UnavailableError } from '@reftally/store';
import { expect, it, vi } from 'vitest';
import { addAlice, DAY, NOON, samples } from '../../../test/contract/samples.js';
import { makeCheckpoint } from '../src/file/makeCheckpoint.js';
import type { Store } from '../src/Store.js';
import { FaultyDisk } from './FaultyDisk.js';
import { openTestStore } from './openTestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const STATES = ['open', 'held', 'approved', 'rejected'] as const;
const SEGMENTS = 11;

/** All that reviews bear on. */
async function seen(store: Store, site: string) {
  const range = { from: '2000-01-01', to: '2100-01-01', interval: 'total', now: NOON + 90 * DAY } as const;
  return {
    queues: await Promise.all(STATES.map((state) => store.reviews({ site, state, limit: 10 }))),
    conversions: await store.conversions({ site, limit: 10 }),
    ledger: await store.ledger({ site, limit: 100 }),
    totals: await store.totals({ site, ...range }),
  };
}

/** A closed folder with a conversion in every state, one segment a fact; and what was seen in it. */
async function makeFolder() {
  const { store, folder } = await openTestStore({ segmentBytes: 1 });
  const fraud = { bannedReferrers: ['coupons.example'] };
  const rules = { fraud, commission: [{ on: 'purchase' as const, percent: '10' }] };
  const { site } = await addAlice(store, { rules });
  const page = { url: 'https://shop.example/', referrer: 'https://coupons.example/' };
  await store.record(site, [samples.pageview(site, { visitor: 'visitor-1', touches, ...page })], NOON);
  const sales = ['1', '2', '3', '4'].map((orderId) =>
    samples.purchase(site, { orderId, visitor: 'visitor-1' }),
  );
  for (const sale of sales) await store.record(site, [sale], NOON);
  for (const [index, verdict] of (['approved', 'held', 'rejected'] as const).entries())
    await store.review(site, sales[index]?.uid ?? '', { id: verdict, verdict, by: 'Eve' }, NOON);
  await store.record(site, [samples.refund(site, '3', { trust: 'server' })], NOON);
  const before = await seen(store, site);
  await store.close();
  expect(before.queues.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1]);
  return { folder, site, before };
}

it.each([
  ['from the log alone', 0],
  ['from db.json and half of the log', 6],
  ['from db.json', SEGMENTS],
])('reviews are what they were when the folder is opened again %s', async (_, upTo) => {
  const { folder, site, before } = await makeFolder();
  await rm(join(folder, 'db.json'), { force: true });
  if (upTo > 0) await makeCheckpoint(folder, upTo);
  const { store } = await openTestStore({ folder });
  expect(await seen(store, site)).toEqual(before);
});

it('a verdict is refused because of another one only when that is durable', async () => {
  const disk = new FaultyDisk();
  const { store } = await openTestStore({ openLogFile: disk.openLogFile, retryMs: [5, 20] });
  const { site } = await addAlice(store);
  const sale = samples.purchase(site, { touches });
  await store.record(site, [sale], NOON);
  disk.room = 10;
  const hold = (id: string) => store.review(site, sale.uid, { id, verdict: 'held', by: 'Eve' }, NOON);
  for (const one of await Promise.allSettled([hold('a'), hold('b')]))
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(UnavailableError) });
  disk.room = Number.POSITIVE_INFINITY;
  await vi.waitFor(() => expect(store.health().writable).toBe(true), 10_000);
  expect((await store.conversion(sale.uid))?.stored.conversion.reviews).toBeUndefined();
});
