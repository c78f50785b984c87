import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore, StartError } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, NOON, samples } from '../../../test/contract/samples.js';
import { countSegments } from '../src/file/countSegments.js';
import { LOG_FORMAT } from '../src/file/LOG_FORMAT.js';
import { makeCheckpoint } from '../src/file/makeCheckpoint.js';
import { openTestStore } from './openTestStore.js';

const segment = (folder: string, number = 1) => join(folder, 'log', `00000${number}.ndjson`);
const state = (folder: string) => join(folder, 'db.json');
const open = (folder: string) => FileStore.open({ folder, warn: () => {} });

/** A closed folder with the orders `1` to `count`, each in a segment of its own when `segmentBytes` is 1. */
async function makeFolder(count: number, segmentBytes?: number) {
  const { store, folder } = await openTestStore(segmentBytes === undefined ? {} : { segmentBytes });
  const { site } = await addAlice(store);
  for (let order = 1; order <= count; order++)
    await store.record(site, [samples.purchase(site, { orderId: String(order) })], NOON);
  await store.close();
  return { folder, site };
}

async function ordersIn(folder: string, site: string) {
  const { store, warnings } = await openTestStore({ folder });
  const { rows } = await store.conversions({ site, limit: 100 });
  const { direct } = await store.totals({
    site,
    from: '2026-05-01',
    to: '2026-05-01',
    interval: 'total',
    now: NOON,
  });
  expect(direct.purchases).toBe(rows.length);
  await store.close();
  return { orders: rows.map(({ conversion }) => conversion.orderId).sort(), warnings };
}

describe('a log whose last line is torn', () => {
  it('loses that line alone, wherever it is torn, and goes on', { timeout: 120_000 }, async () => {
    const { store, folder } = await openTestStore();
    const { site } = await addAlice(store);
    for (let view = 1; view <= 2; view++) await store.record(site, [samples.pageview(site)], NOON);
    await store.close();
    const whole = await readFile(segment(folder));
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    const query = { site, from: '2026-05-01', to: '2026-05-01', interval: 'total', now: NOON } as const;
    for (let bytes = lastLine; bytes < whole.length; bytes++) {
      await writeFile(segment(folder), whole.subarray(0, bytes));
      const torn = await openTestStore({ folder });
      expect((await torn.store.totals(query)).direct.pageviews).toBe(1);
      expect(torn.warnings).toEqual(bytes === lastLine ? [] : [expect.stringContaining('never finished')]);
      await torn.store.close();
      expect((await stat(segment(folder))).size).toBe(lastLine);
    }
  });

  it.each(['\0\0\0\0', '{"outcome":\n', 'null\n', '\n', '{"a":1}'])('is cut before %j', async (tail) => {
    const { folder, site } = await makeFolder(1);
    await appendFile(segment(folder), tail);
    const { orders, warnings } = await ordersIn(folder, site);
    expect([orders, warnings.length]).toEqual([['1'], 1]);
    expect((await ordersIn(folder, site)).warnings).toEqual([]);
  });

  it('takes new lines after the cut', async () => {
    const { folder, site } = await makeFolder(2);
    await truncate(segment(folder), (await stat(segment(folder))).size - 5);
    const { store } = await openTestStore({ folder });
    await store.record(site, [samples.purchase(site, { orderId: '3' })], NOON);
    await store.close();
    expect(await ordersIn(folder, site)).toEqual({ orders: ['1', '3'], warnings: [] });
  });
});

describe('a damaged log', () => {
  it('is refused at an unreadable line that whole lines follow, by file and line', async () => {
    const { folder } = await makeFolder(2);
    const lines = (await readFile(segment(folder), 'utf8')).split('\n');
    await writeFile(segment(folder), lines.map((line, i) => (i === 2 ? line.slice(1) : line)).join('\n'));
    await expect(open(folder)).rejects.toThrow(StartError);
    await expect(open(folder)).rejects.toThrow(/000001\.ndjson, line 3,/);
  });

  it('is refused when a segment in the middle is missing', async () => {
    const { folder } = await makeFolder(3, 1);
    await rm(segment(folder, 2));
    await expect(open(folder)).rejects.toThrow(/000002\.ndjson is missing/);
  });

  it('is refused when a sealed segment is torn', async () => {
    const { folder } = await makeFolder(3, 1);
    await rm(state(folder));
    await truncate(segment(folder, 2), (await stat(segment(folder, 2))).size - 1);
    await expect(open(folder)).rejects.toThrow(/000002\.ndjson ends in a torn line/);
  });

  it('is refused when db.json was made with more of it', async () => {
    const { folder } = await makeFolder(1);
    await writeFile(state(folder), '{"version":1,"segment":2,"bytes":9,"rows":[\n]}\n');
    await expect(open(folder)).rejects.toThrow(/000002\.ndjson is missing, and .*db\.json was made with it/);
  });

  it('is refused when it speaks of what was never made', async () => {
    const { folder } = await makeFolder(1);
    const lines = (await readFile(segment(folder), 'utf8')).split('\n');
    await writeFile(segment(folder), lines.filter((line) => !line.startsWith('{"site"')).join('\n'));
    await expect(open(folder)).rejects.toThrow(/line 2, cannot be used: .*no earlier line/);
  });
});

describe('what a newer version wrote', () => {
  it.each([
    ['as this version writes it', (version: string) => `${version},"segment":1,"rows":[\n]}\n`],
    ['in a layout of its own', (version: string) => `${version},"tables":{}}`],
    ['spread over lines', (version: string) => `${version.replace('{', '{\n  ')},\n  "x": 1\n}\n`],
  ])('is refused in db.json, %s', async (_, text) => {
    const { folder } = await makeFolder(1);
    await writeFile(state(folder), text('{"version":4'));
    await expect(open(folder)).rejects.toThrow(StartError);
    await expect(open(folder)).rejects.toThrow(/db\.json is of format 4 .* install the newer version/);
  });

  it.each([`{"log":${LOG_FORMAT + 1}}\n`, '{"dispute":{}}\n'])('is refused in the log: %j', async (line) => {
    const { folder } = await makeFolder(1);
    await appendFile(segment(folder), line);
    await expect(open(folder)).rejects.toThrow(/000001\.ndjson, line 5, .*newer version/);
  });
});

describe('db.json', () => {
  const whole = '{"version":1,"segment":0,"bytes":0,"rows":[\n]}\n';

  it.each([
    ['empty', ''],
    ['no JSON', 'garbage'],
    ['edited by hand', whole.replace('"segment":', '"segment": ')],
    ['torn', whole.slice(0, -3)],
    ['without its last line feed', whole.slice(0, -1)],
    ['with an unreadable row', whole.replace(']}', '{"site":\n]}')],
    ['with rows of no site', whole.replace(']}', '{"of":"nowhere","eventIds":["a"]}\n]}')],
  ])('is made again from the log, with a warning, when it is %s', async (_, text) => {
    const { folder, site } = await makeFolder(2);
    await writeFile(state(folder), text);
    expect(await ordersIn(folder, site)).toEqual({
      orders: ['1', '2'],
      warnings: [expect.stringMatching(/db\.json cannot be read .*rebuilding it from the log/)],
    });
    expect(await ordersIn(folder, site)).toEqual({ orders: ['1', '2'], warnings: [] });
  });

  it('is made again from the log, with a warning, when it was made with another one', async () => {
    const { folder, site } = await makeFolder(2);
    await writeFile(state(folder), '{"version":1,"segment":1,"bytes":99,"rows":[\n]}\n');
    expect(await ordersIn(folder, site)).toEqual({
      orders: ['1', '2'],
      warnings: [expect.stringMatching(/db\.json was made with another log: rebuilding it from the log/)],
    });
  });

  it('is made again from the log, with a warning, when it is missing', async () => {
    const { folder, site } = await makeFolder(3, 1);
    await rm(state(folder));
    expect(await ordersIn(folder, site)).toEqual({
      orders: ['1', '2', '3'],
      warnings: [expect.stringMatching(/db\.json is missing: rebuilding it from the log/)],
    });
    expect(await ordersIn(folder, site)).toEqual({ orders: ['1', '2', '3'], warnings: [] });
  });

  it('is there from the first start on, without a warning', async () => {
    const { folder, warnings } = await openTestStore();
    expect(JSON.parse(await readFile(state(folder), 'utf8'))).toEqual({
      version: 3,
      segment: 0,
      bytes: 0,
      rows: [],
    });
    expect(warnings).toEqual([]);
  });
});

it('knows the event ids of a db.json of format 1', async () => {
  const { folder, site } = await makeFolder(1, 1);
  const view = { ...samples.pageview(site), id: 'seen-before' };
  await makeCheckpoint(folder, await countSegments(folder));
  const old = await readFile(state(folder), 'utf8');
  const row = JSON.stringify({ of: site, eventIds: ['seen-before'] });
  await writeFile(state(folder), old.replace('"version":3', '"version":1').replace('\n]}', `,\n${row}\n]}`));
  const { store } = await openTestStore({ folder });
  expect(await store.record(site, [view], NOON)).toMatchObject([{ status: 'duplicate' }]);
});
