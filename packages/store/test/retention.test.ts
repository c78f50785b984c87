import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrackedEvent } from '@reftally/core';
import { FileStore } from '@reftally/store';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addAlice, DAY, NOON, samples } from '../../../test/contract/samples.js';
import { compactLog } from '../src/file/compactLog.js';
import { countSegments } from '../src/file/countSegments.js';
import { findBases } from '../src/file/findBases.js';
import { fold } from '../src/file/fold.js';
import { folderPaths } from '../src/file/folderPaths.js';
import { recover } from '../src/file/recover.js';
import { replayLog } from '../src/file/replayLog.js';
import type { State } from '../src/file/State.js';
import { addHistoryPartners } from './histories/addHistoryPartners.js';
import { HISTORY_SITE } from './histories/HISTORY_SITE.js';
import { RetentionReference } from './histories/RetentionReference.js';
import { retentionHistories } from './histories/retentionHistories.js';
import { sentAgain } from './histories/sentAgain.js';
import { openTestStore } from './openTestStore.js';
import { summaryOf } from './summaryOf.js';
import { tempFolder } from './tempFolder.js';

const DAYS = 30;
const RUNS = Number(process.env.REFTALLY_STREAMS ?? 12);
const histories = retentionHistories(
  'leave',
  'leave',
  'leave',
  'reopen',
  'compact',
  'compact and lose db.json',
);

describe('with retention', () => {
  let compactions = 0;

  it(
    'answers, totals, receipts and ledgers are the same whenever the log is compacted, and money as without',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.constantFrom(30, 7), async (steps, windowDays) => {
          const folder = await tempFolder();
          const options = { folder, retentionDays: DAYS, segmentBytes: 1, warn: () => {} };
          let store = await FileStore.open(options);
          await addHistoryPartners(store, windowDays);
          const references = [new RetentionReference(DAYS), new RetentionReference(0)];
          for (const { state } of references) await foldSetup(state, folder);
          const sent: [event: TrackedEvent, first: number][] = [];
          let now = NOON;
          for (const step of steps) {
            now += step.later;
            const old = step.again === undefined ? undefined : sent[step.again % Math.max(1, sent.length)];
            const event = old ? sentAgain(old[0], old[1], now) : step.make(now);
            if (!old) sent.push([event, now]);
            const [answer] = await store.record(HISTORY_SITE, [event], now);
            const expected = references.map((reference) => reference.record(structuredClone(event), now));
            expect(answer).toEqual({ id: event.id, ...expected[0] });
            if (step.care === 'leave') continue;
            await store.close();
            if (step.care !== 'reopen')
              await compactLog(folder, await countSegments(folder), { days: DAYS, now });
            if (step.care.endsWith('db.json')) await rm(join(folder, 'db.json'));
            compactions += (await findBases(folder)).length;
            store = await FileStore.open(options);
          }
          await store.close();
          const [same, plain] = references.map(({ state }) => summaryOf(state));
          const { state } = await recover(folder, 1, () => {});
          expect(summaryOf(state)).toEqual(same);
          await rm(join(folder, 'db.json'));
          const rebuilt = await recover(folder, 1, () => {});
          expect(summaryOf(rebuilt.state)).toEqual(same);
          expect(same?.money).toEqual(plain?.money);
          const job = {
            folder,
            upTo: rebuilt.position,
            query: { site: HISTORY_SITE, policy: {} },
            retentionDays: DAYS,
          };
          const { changed, conversions, kept = 0 } = await replayLog(job, () => {});
          expect([changed, kept + conversions]).toEqual([0, state.sites.get(HISTORY_SITE)?.conversions.size]);
        }),
        { numRuns: RUNS },
      );
      expect(compactions).toBeGreaterThan(0);
    },
    60_000 + RUNS * 2_000,
  );
});

describe('after its days', () => {
  const options = { retentionDays: DAYS, segmentBytes: 1 };

  it('a visit is gone from memory, db.json and the log, and counts stay', async () => {
    const { store, folder } = await openTestStore(options);
    const { site, alice } = await addAlice(store);
    const touches = [{ code: 'ALICE', at: NOON }];
    const url = 'https://shop.example/secret-page';
    const given = { visitor: 'visitor-of-may', client: 'client-of-may', touches, url };
    const view = samples.pageview(site, given);
    const sale = samples.purchase(site, { visitor: 'buyer', touches, orderId: 'order-of-may' });
    await store.record(site, [view], NOON);
    await store.record(site, [sale], NOON);
    const before = await textOf(folder);
    for (const what of [view.id, url, 'client-of-may']) expect(before).toContain(what);
    for (let day = 1; day <= DAYS + 5; day++)
      await store.record(site, [samples.pageview(site, { at: NOON + day * DAY })], NOON + day * DAY);
    await vi.waitFor(async () => expect(await findBases(folder)).toHaveLength(1), 20_000);
    await vi.waitFor(async () => expect(await textOf(folder)).not.toContain(url), 20_000);
    const text = await textOf(folder);
    expect(text).not.toContain('client-of-may');
    expect(text).not.toContain(view.id);
    expect(text.match(/"visitors":\[\["visitor-of-may/)).toBeNull();
    const late = NOON + (DAYS + 5) * DAY;
    expect(await store.record(site, [sale, sentAgain(view, NOON, late)], late)).toMatchObject([
      { status: 'duplicate', partner: alice },
      { status: 'refused', reason: 'too-old' },
    ]);
    const query = { site, from: '2026-05-01', to: '2026-05-01', interval: 'total', now: late } as const;
    expect((await store.totals(query)).rows).toMatchObject([
      { partner: alice, counts: { clicks: 2, visitors: 2, pageviews: 1, purchases: 1 } },
    ]);
  }, 60_000);

  it('an event without a time of its own stays known, for it could come again as if it were new', async () => {
    const { store, folder } = await openTestStore(options);
    const { site } = await addAlice(store);
    const undated = samples.pageview(site, { trust: 'server' });
    const dated = samples.pageview(site, { trust: 'server', dated: true });
    await store.record(site, [undated, dated], NOON);
    const late = NOON + 100 * DAY;
    await store.record(site, [samples.pageview(site, { at: late })], late);
    await store.close();
    await compactLog(folder, await countSegments(folder), { days: DAYS, now: late });
    const { store: opened } = await openTestStore({ ...options, folder });
    const answers = await opened.record(site, [{ ...undated, at: late }, dated], late);
    expect(answers).toMatchObject([{ status: 'duplicate' }, { status: 'refused', reason: 'too-old' }]);
  });

  it('somebody who comes back without retention any more is not counted again for what was forgotten', async () => {
    const { store, folder } = await openTestStore(options);
    const { site, alice } = await addAlice(store);
    const touches = [{ code: 'ALICE', at: NOON }];
    await store.record(site, [samples.pageview(site, { visitor: 'v', touches })], NOON);
    const late = NOON + 100 * DAY;
    await store.record(site, [samples.pageview(site, { at: late })], late);
    await store.close();
    await compactLog(folder, await countSegments(folder), { days: DAYS, now: late });
    await rm(join(folder, 'db.json'));
    const { store: opened } = await openTestStore({ folder });
    await opened.record(site, [samples.pageview(site, { at: late, visitor: 'v', touches })], late);
    const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: late } as const;
    expect((await opened.totals(query)).rows).toMatchObject([
      { partner: alice, counts: { clicks: 1, visitors: 1, pageviews: 1 } },
    ]);
  });
});

describe('a replay after a compaction', () => {
  const visit = (day: number, visitor: string) => ({
    day,
    visitor,
    touches: [{ code: 'ALICE', at: NOON + day * DAY }],
  });
  const sale = (day: number, visitor: string) => ({ day, visitor, orderId: visitor, touches: [] });

  it.each([
    ['whose visit is forgotten', 30, 30, [visit(0, 'v'), sale(9, 'v'), visit(33, 'w'), sale(36, 'w')], 36],
    [
      'whose expired visit is forgotten',
      60,
      7,
      [visit(0, 'v'), visit(38, 'w'), sale(40, 'v'), sale(40, 'w')],
      65,
    ],
  ])('leaves a sale %s as it was decided', async (_, retentionDays, windowDays, steps, end) => {
    const { store, folder } = await openTestStore({ retentionDays, segmentBytes: 1 });
    const { site } = await addAlice(store, { rules: { windowDays } });
    for (const { day, ...given } of steps) {
      const at = NOON + day * DAY;
      const make = 'orderId' in given ? samples.purchase : samples.pageview;
      await store.record(site, [make(site, { at, ...given })], at);
    }
    await store.close();
    const segments = await countSegments(folder);
    await compactLog(folder, segments, { days: retentionDays, now: NOON + end * DAY });
    const { position: upTo } = await recover(folder, 1, () => {});
    const report = await replayLog({ folder, upTo, query: { site, policy: {} }, retentionDays }, () => {});
    expect([report.changed, report.conversions, report.kept]).toEqual([0, 1, 1]);
  });
});

describe('a compaction', () => {
  it('leaves a whole log wherever it is interrupted', async () => {
    const { store, folder } = await openTestStore({ segmentBytes: 1 });
    const { site } = await addAlice(store);
    for (let order = 1; order <= 6; order++)
      await store.record(site, [samples.purchase(site, { orderId: `o${order}` })], NOON + order * DAY);
    await store.close();
    const whole = join(await tempFolder(), 'whole');
    await cp(folder, whole, { recursive: true });
    const expected = summaryOf((await recover(folder, 1, () => {})).state);
    const segments = await countSegments(folder);
    await compactLog(folder, segments, { days: DAYS, now: NOON + (DAYS + 4) * DAY });
    const [base = 0] = await findBases(folder);
    expect(base).toBeGreaterThan(2);
    expect(base).toBeLessThan(segments);
    const written = await readFile(folderPaths.base(folder, base));
    for (let deleted = -1; deleted <= base; deleted++)
      for (const hasState of [true, false]) {
        const copy = join(await tempFolder(), 'copy');
        await cp(whole, copy, { recursive: true });
        if (!hasState) await rm(join(copy, 'db.json'));
        if (deleted < 0) await writeFile(folderPaths.newBase(copy), written.subarray(0, written.length / 2));
        else await writeFile(folderPaths.base(copy, base), written);
        for (let segment = 1; segment <= deleted; segment++) await rm(folderPaths.segment(copy, segment));
        const { store: opened } = await openTestStore({ folder: copy });
        expect((await opened.conversions({ site, limit: 20 })).rows).toHaveLength(6);
        await opened.close();
        expect(summaryOf((await recover(copy, 1, () => {})).state)).toEqual(expected);
        const left = (await readdir(folderPaths.log(copy))).filter((name) => !name.endsWith('.ndjson'));
        expect(left).toEqual(deleted < 0 ? [] : [`00000${base}.base.json`]);
      }
  }, 60_000);

  it.each([
    ['damaged', (path: string) => writeFile(path, 'x', { flag: 'r+' })],
    ['cut off', (path: string) => truncate(path, 300)],
  ])('whose file is %s and needed is a StartError', async (_, damage) => {
    const { store, folder } = await openTestStore({ segmentBytes: 1 });
    const { site } = await addAlice(store);
    await store.record(site, [samples.purchase(site)], NOON);
    await store.close();
    await compactLog(folder, await countSegments(folder), { days: DAYS, now: NOON + 99 * DAY });
    const [base = 0] = await findBases(folder);
    await damage(folderPaths.base(folder, base));
    await expect(FileStore.open({ folder, warn: () => {} })).rejects.toThrow(
      /base\.json cannot be read .*from a backup/,
    );
  });
});

async function textOf(folder: string): Promise<string> {
  const names = (await readdir(folderPaths.log(folder))).map((name) => join('log', name));
  const texts = await Promise.all([...names, 'db.json'].map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('');
}

/** What the log says before the first event. */
async function foldSetup(state: State, folder: string): Promise<void> {
  const { state: recovered } = await recover(folder, 1, () => {});
  for (const { site, partners, linkOrder } of recovered.sites.values()) {
    fold(state, { site: structuredClone(site) });
    for (const { partner } of partners.values()) fold(state, { partner: structuredClone(partner) });
    for (const link of linkOrder) fold(state, { link: structuredClone(link) });
  }
}
