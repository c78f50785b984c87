import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileStore, type FileStoreOptions, UnavailableError } from '@reftally/store';
import { expect, it, vi } from 'vitest';
import { addAlice, NOON, samples } from '../../../test/contract/samples.js';
import { FaultyDisk } from './FaultyDisk.js';
import { openTestStore } from './openTestStore.js';

async function openFaulty(retryMs: FileStoreOptions['retryMs'] = [5, 20]) {
  const disk = new FaultyDisk();
  const { store, folder, warnings } = await openTestStore({ openLogFile: disk.openLogFile, retryMs });
  const { site } = await addAlice(store);
  const buy = (orderId: string) => store.record(site, [samples.purchase(site, { orderId })], NOON);
  return { disk, store, folder, warnings, site, buy };
}

const untilWritable = (store: FileStore) =>
  vi.waitFor(() => expect(store.health().writable).toBe(true), 10_000);

async function ordersOf(store: FileStore, site: string): Promise<string[]> {
  const { rows } = await store.conversions({ site, limit: 100 });
  return rows.map(({ conversion }) => conversion.orderId ?? '').sort();
}

it.each([
  ['a failed fdatasync', (disk: FaultyDisk) => Object.assign(disk, { isSyncFailing: true })],
  ['a disk that is full', (disk: FaultyDisk) => Object.assign(disk, { room: 0 })],
  ['a disk that fills up within a line', (disk: FaultyDisk) => Object.assign(disk, { room: 100 })],
])('acknowledges nothing after %s, and goes on with what was acknowledged before', async (_, fail) => {
  const { disk, store, folder, warnings, site, buy } = await openFaulty();
  await buy('before');
  fail(disk);
  const failing = await Promise.allSettled([buy('a'), buy('b'), ordersOf(store, site)]);
  expect(failing.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(buy('c')).rejects.toThrow(UnavailableError);
  await expect(store.site(site)).rejects.toThrow(UnavailableError);
  expect(store.health()).toMatchObject({ writable: false, reason: expect.stringContaining(folder) });

  Object.assign(disk, { room: Number.POSITIVE_INFINITY, isSyncFailing: false });
  await untilWritable(store);
  expect(await ordersOf(store, site)).toEqual(['before']);
  expect(await buy('a')).toMatchObject([{ status: 'accepted' }]);
  expect(await buy('before')).toMatchObject([{ status: 'duplicate' }]);
  expect(warnings).toEqual([
    expect.stringContaining('Events are refused'),
    expect.stringContaining('Events are accepted again'),
  ]);
  await store.close();
  const again = await openTestStore({ folder });
  expect(await ordersOf(again.store, site)).toEqual(['a', 'before']);
  expect(again.warnings).toEqual([]);
});

it('rejects what waits behind the group that failed, even if the disk is well again by then', async () => {
  const { disk, store, site, buy } = await openFaulty();
  disk.isSyncFailing = true;
  const first = buy('first').finally(() => {
    disk.isSyncFailing = false;
  });
  first.catch(() => {});
  await new Promise(setImmediate); // The first group is in flight now.
  const both = await Promise.allSettled([first, buy('second')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await untilWritable(store);
  expect(await ordersOf(store, site)).toEqual([]);
});

it('rejects a duplicate of what could not be written', async () => {
  const { disk, buy } = await openFaulty();
  disk.room = 10;
  const both = await Promise.allSettled([buy('o'), buy('o')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('asks the disk ever less often whether it takes a write, and does not read the log before', async () => {
  const { disk, store, buy } = await openFaulty([5, 1_000]);
  disk.room = 0;
  await expect(buy('a')).rejects.toThrow(UnavailableError);
  const { opened } = disk;
  await sleep(300); // 5 + 10 + 20 + 40 + 80 ms, and the next pause is 160 ms.
  const attempts = disk.opened - opened;
  expect(attempts).toBeGreaterThanOrEqual(2);
  expect(attempts).toBeLessThanOrEqual(6);
  disk.room = Number.POSITIVE_INFINITY;
  await untilWritable(store);
});

it('can be closed while nothing can be written', async () => {
  const { disk, store, folder, buy } = await openFaulty();
  await buy('before');
  disk.room = 50;
  await expect(buy('a')).rejects.toThrow(UnavailableError);
  await store.close();
  const again = await openTestStore({ folder });
  expect(await again.store.health()).toEqual({ writable: true });
  const log = await readFile(join(folder, 'log', '000001.ndjson'), 'utf8');
  expect(log.endsWith('\n')).toBe(true);
  expect(log).toContain('before');
});

it('begins a segment anew when not even its beginning could be written', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await openTestStore({
    openLogFile: disk.openLogFile,
    retryMs: [5, 20],
    segmentBytes: 1,
  });
  const { site } = await addAlice(store);
  disk.room = 4;
  await expect(store.record(site, [samples.purchase(site)], NOON)).rejects.toThrow(UnavailableError);
  disk.room = Number.POSITIVE_INFINITY;
  await untilWritable(store);
  await store.record(site, [samples.purchase(site, { orderId: 'o' })], NOON);
  await store.close();
  const again = await openTestStore({ folder, segmentBytes: 1 });
  expect(await ordersOf(again.store, site)).toEqual(['o']);
});
