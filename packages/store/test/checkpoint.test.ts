import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrackedEvent } from '@reftally/core';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { addAlice, DAY, MINUTE, NOON, samples } from '../../../test/contract/samples.js';
import { countSegments } from '../src/file/countSegments.js';
import { emptyState } from '../src/file/emptyState.js';
import { folderPaths } from '../src/file/folderPaths.js';
import { foldSegment } from '../src/file/foldSegment.js';
import { makeCheckpoint } from '../src/file/makeCheckpoint.js';
import type { PartnerState } from '../src/file/PartnerState.js';
import { recover } from '../src/file/recover.js';
import { rowsOf } from '../src/file/rowsOf.js';
import { openTestStore } from './openTestStore.js';
import { tempFolder } from './tempFolder.js';

const segmentIn = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'db.json'), 'utf8')).segment;

it('is made by a worker once enough segments are sealed, and a start goes on from it', async () => {
  const { store, folder, warnings } = await openTestStore({ segmentBytes: 1, checkpointBytes: 4_000 });
  const { site } = await addAlice(store);
  const purchase = samples.purchase(site);
  await store.record(site, [purchase], NOON);
  for (let i = 0; i < 12; i++) await store.record(site, [samples.purchase(site)], NOON);
  await vi.waitFor(async () => expect(await segmentIn(folder)).toBeGreaterThan(2), 10_000);
  await store.close();
  // What the checkpoint contains is not read again: without it, this would be refused.
  await writeFile(folderPaths.segment(folder, 1), 'not read\n');
  const again = await openTestStore({ folder });
  expect((await again.store.conversions({ site, limit: 50 })).rows).toHaveLength(13);
  expect(await again.store.record(site, [purchase], NOON)).toMatchObject([{ status: 'duplicate' }]);
  expect([...warnings, ...again.warnings]).toEqual([]);
});

it('is made once more for what came while one was made, though nothing comes any more', async () => {
  const { store, folder } = await openTestStore({ segmentBytes: 1, checkpointBytes: 1 });
  const { site } = await addAlice(store);
  for (let i = 0; i < 60; i++) await store.record(site, [samples.purchase(site)], NOON);
  const unread = async () => {
    const last = await segmentIn(folder);
    const later = (await readdir(join(folder, 'log'))).filter((name) => Number.parseInt(name, 10) > last);
    const sizes = await Promise.all(later.map(async (name) => (await stat(join(folder, 'log', name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  await vi.waitFor(
    async () => expect(await unread()).toBeLessThan((await stat(join(folder, 'db.json'))).size),
    10_000,
  );
});

it('that fails is a warning and no outage', async () => {
  const { store, folder, warnings } = await openTestStore({ segmentBytes: 1, checkpointBytes: 1 });
  await writeFile(join(folder, 'db.json'), '{"version":4');
  const { site } = await addAlice(store);
  await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(0), 10_000);
  expect(warnings[0]).toMatch(/No checkpoint was made.*format 4/);
  expect(await store.record(site, [samples.purchase(site)], NOON)).toMatchObject([{ status: 'accepted' }]);
});

it('in which the process was killed leaves nothing behind', async () => {
  const { store, folder } = await openTestStore();
  await store.close();
  await writeFile(folderPaths.newState(folder), '{"version":1');
  await openTestStore({ folder });
  expect((await readdir(folder)).sort()).toEqual(['db.json', 'lock', 'log']);
});

it('is made at a start that finds enough sealed segments', async () => {
  const { store, folder } = await openTestStore({ segmentBytes: 1 });
  await addAlice(store);
  await store.close();
  expect(await segmentIn(folder)).toBe(0);
  await openTestStore({ folder, segmentBytes: 1, checkpointBytes: 1 });
  await vi.waitFor(async () => expect(await segmentIn(folder)).toBe(2), 10_000);
});

it('and the segments since add up to what the whole log does, wherever it is made', async () => {
  await fc.assert(
    fc.asyncProperty(streams, checkpoints, async (stories, shares) => {
      const { store, folder } = await openTestStore({ folder: await tempFolder(), segmentBytes: 1 });
      const { site, alice } = await addAlice(store);
      let now = NOON;
      for (const { make, later, opens } of stories) {
        now += later;
        if (opens !== undefined) await store.sawPartner(alice, opens, now);
        await store.record(site, [make(site, now)], now);
      }
      await store.addToken(samples.token());
      await store.close();
      const segments = await countSegments(folder);
      const whole = emptyState();
      for (let segment = 1; segment <= segments; segment++)
        await foldSegment(whole, folderPaths.segment(folder, segment));
      for (const share of shares.sort((a, b) => a - b))
        await makeCheckpoint(folder, Math.floor((segments * share) / 100));
      const { state } = await recover(folder, 1, () => {});
      expect([...rowsOf(state)]).toEqual([...rowsOf(whole)]);
      const [kept, all] = [state.sites.get(site), whole.sites.get(site)];
      for (const [id, partner] of kept?.partners ?? [])
        expect(pick(partner)).toEqual(pick(all?.partners.get(id)));
      expect(kept?.customerStates).toEqual(all?.customerStates);
    }),
    { numRuns: 15 },
  );
}, 60_000);

const pick = (of: PartnerState | undefined) =>
  of && {
    totals: of.totals,
    tallies: of.tallies,
    credited: of.credited.within(0, NOON * 2),
    clients: [...of.identity.clients],
    arrivals: [...of.arrivals],
  };
const few = (name: string) => fc.integer({ min: 1, max: 4 }).map((number) => `${name}-${number}`);
const touches = (now: number) => [{ code: 'ALICE', at: now - MINUTE }];

/** After which shares of the log, in percent, checkpoints are made. */
const checkpoints = fc.array(fc.noBias(fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 3 });

/** Events of few visitors, customers and orders, so that they meet. */
const streams = fc.array(
  fc.record({
    later: fc.constantFrom(0, MINUTE, DAY, 3 * DAY),
    opens: fc.option(few('client'), { nil: undefined }),
    make: fc
      .record({ kind: fc.integer({ min: 0, max: 4 }), visitor: few('visitor'), name: few('name') })
      .map(({ kind, visitor, name }) => (site: string, now: number): TrackedEvent => {
        const given = { at: now, visitor, client: visitor, touches: touches(now) };
        if (kind === 0) return samples.pageview(site, given);
        if (kind === 1) return samples.signup(site, { ...given, customerId: name });
        if (kind === 2) return samples.purchase(site, { ...given, orderId: name, customerId: name });
        if (kind === 3)
          return samples.refund(site, name, { at: now, amount: { currency: 'EUR', minor: 2_500 } });
        return samples.click(site, 'ALICE', { at: now, client: visitor });
      }),
  }),
  { minLength: 5, maxLength: 25 },
);
