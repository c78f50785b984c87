import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommissionRule } from '@reftally/core';
import { expect, it } from 'vitest';
import { addAlice, NOON, samples } from '../../../test/contract/samples.js';
import { makeCheckpoint } from '../src/file/makeCheckpoint.js';
import { openTestStore } from './openTestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const rule: CommissionRule = {
  on: 'purchase',
  percent: '10',
  capPerCustomer: { orders: 2 },
  capPerPeriod: { period: 'month', money: [{ currency: 'EUR', minor: 2500 }] },
};
const withoutEarning = (text: string) => text.replace(/,"earning":\{"month".*?"minor":\d+\}\]\}/g, '');

/** A closed folder with two orders of Anna's that earned 10.00 each, written before receipts said how. */
async function makeOldFolder(segmentBytes?: number) {
  const { store, folder } = await openTestStore(segmentBytes === undefined ? {} : { segmentBytes });
  const { site } = await addAlice(store, { rules: { commission: [rule] } });
  for (const orderId of ['1', '2'])
    await store.record(site, [samples.purchase(site, { orderId, customerId: 'anna', touches })], NOON);
  await store.close();
  return { folder, site };
}

async function strip(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const old = withoutEarning(text);
  expect(old).not.toBe(text);
  expect(old).not.toContain('"earning":{');
  await writeFile(path, old);
}

/** What Anna's next order and somebody else's earn there. */
async function nextEarnings(folder: string, site: string) {
  const { store } = await openTestStore({ folder });
  const sales = ['anna', 'ben'].map((customerId) => samples.purchase(site, { customerId, touches }));
  await store.record(site, sales, NOON);
  const found = await Promise.all(sales.map(({ uid }) => store.conversion(uid)));
  return found.map((one) => one?.stored.conversion.commission?.minor);
}

it('caps count what an older version has logged', async () => {
  const { folder, site } = await makeOldFolder();
  await strip(join(folder, 'log/000001.ndjson'));
  await rm(join(folder, 'db.json'), { force: true });
  expect(await nextEarnings(folder, site)).toEqual([undefined, 500]);
});

it('caps count what an older version has put into db.json', async () => {
  const { folder, site } = await makeOldFolder(1);
  await makeCheckpoint(folder, 4);
  await strip(join(folder, 'db.json'));
  expect(await nextEarnings(folder, site)).toEqual([undefined, 500]);
});
