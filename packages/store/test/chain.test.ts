import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAlice, NOON, samples } from '../../../test/contract/samples.js';
import { makeCheckpoint } from '../src/file/makeCheckpoint.js';
import { openTestStore } from './openTestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];

/** A closed folder with a few lines in Alice's chain. */
async function makeFolder(segmentBytes?: number) {
  const { store, folder } = await openTestStore(segmentBytes === undefined ? {} : { segmentBytes });
  const { site, alice } = await addAlice(store);
  for (const orderId of ['1', '2', '3']) {
    await store.record(site, [samples.purchase(site, { orderId, touches })], NOON);
  }
  await store.record(site, [samples.refund(site, '2')], NOON);
  const chain = await store.chain(alice);
  await store.close();
  return { folder, alice, chain };
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFile(path, change(text));
}

const unchained = (text: string) => text.replace(/,"seq":\d+,"hash":"[0-9a-f]+"/g, '');

async function chainIn(folder: string, alice: string) {
  const { store } = await openTestStore({ folder });
  const chain = await store.chain(alice);
  await store.close();
  return chain;
}

describe('a ledger from before there were chains', () => {
  it('is chained in the order of the log', async () => {
    const { folder, alice, chain } = await makeFolder();
    await rewrite(join(folder, 'log/000001.ndjson'), unchained);
    await rm(join(folder, 'db.json'), { force: true });
    expect(await chainIn(folder, alice)).toEqual(chain);
  });

  it('is chained alike out of db.json', async () => {
    const { folder, alice, chain } = await makeFolder(1);
    await makeCheckpoint(folder, 6);
    await rewrite(join(folder, 'db.json'), unchained);
    expect(await chainIn(folder, alice)).toEqual(chain);
  });

  it('goes on from there with what comes next', async () => {
    const { folder, alice, chain } = await makeFolder();
    await rewrite(join(folder, 'log/000001.ndjson'), (text) => {
      const lines = text.split('\n');
      return [...lines.slice(0, -3).map(unchained), ...lines.slice(-3)].join('\n');
    });
    await rm(join(folder, 'db.json'), { force: true });
    expect(await chainIn(folder, alice)).toEqual(chain);
  });
});

it('ledger, adjustments and payouts come out of db.json as they went in', async () => {
  const { store, folder } = await openTestStore({ segmentBytes: 1, checkpointBytes: 1e9 });
  const { site, alice } = await addAlice(store, { rules: { holdDays: 0 } });
  await store.record(site, [samples.purchase(site, { touches })], NOON);
  const bonus = { id: 'b', site, partner: alice, currency: 'EUR', minor: 5, note: 'n' };
  await store.adjust(bonus, NOON);
  await store.createPayout(site, 'may', {}, NOON);
  await store.changePayout(site, 'may', 'cancelled', NOON);
  await store.createPayout(site, 'june', {}, NOON);
  const seen = async (of: typeof store) => ({
    ledger: await of.ledger({ site, limit: 10 }),
    chain: await of.chain(alice),
    payouts: await of.payouts({ site, limit: 10 }),
    partner: await of.payouts({ site, partner: alice, limit: 10 }),
    bonus: (await of.adjust(bonus, NOON + 1)).isNew,
  });
  const before = await seen(store);
  expect([before.ledger.rows.length, before.payouts.rows.length, before.bonus]).toEqual([5, 2, false]);
  await store.close();
  const segments = (await readdir(join(folder, 'log'))).length;
  await makeCheckpoint(folder, segments);
  const again = await openTestStore({ folder });
  expect(await seen(again.store)).toEqual(before);
  expect(again.warnings).toEqual([]);
});

it('the hash of a line is in the log, so a line that was changed there does not get a new one', async () => {
  const { folder, alice, chain } = await makeFolder();
  await rewrite(join(folder, 'log/000001.ndjson'), (text) => text.replace('"minor":1000', '"minor":1001'));
  await rm(join(folder, 'db.json'), { force: true });
  expect((await chainIn(folder, alice)).map(({ hash }) => hash)).toEqual(chain.map(({ hash }) => hash));
});
