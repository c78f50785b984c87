import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FileStore } from '@reftally/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillStore } from './support/fillStore.js';
import { useFolder } from './support/useFolder.js';

const { addShop, buy, countBought } = fillStore;
const small = { segmentBytes: 4096, checkpointBytes: 4096 };

let whole = '';
let orders = 0;
beforeAll(async () => {
  whole = await makeFolder();
});
afterAll(() => rmSync(whole, { recursive: true }));

/** A folder with many segments, of which db.json has some: orders are bought until it has been made again, over an older one. */
async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reftally-state-'));
  const store = await FileStore.open({ folder, warn: () => {}, ...small });
  await addShop(store);
  while (segmentOf(folder) < 3) {
    await buy(store, String(orders++));
    await delay(5);
  }
  for (let more = 0; more < 3; more++) await buy(store, String(orders++));
  await store.close();
  expect(readdirSync(join(folder, 'log')).length).toBeGreaterThan(segmentOf(folder));
  return folder;
}

/** The last segment that db.json contains, as it says itself. */
function segmentOf(folder: string): number {
  const path = join(folder, 'db.json');
  if (!existsSync(path)) return 0;
  return Number(/"segment":(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0);
}

const damages: { name: string; damage: (path: string) => void; isNoticed?: false }[] = [
  { name: 'untouched', damage: () => {}, isNoticed: false },
  { name: 'deleted', damage: (path) => rmSync(path) },
  { name: 'empty', damage: (path) => writeFileSync(path, '') },
  ...[1, 20, 0.5, 0.9, -5, -3, -1].map((at) => ({
    name: `truncated ${at < 0 ? `by ${-at} bytes` : at < 1 ? `at ${at * 100} %` : `after ${at} bytes`}`,
    damage(path: string) {
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, at > 0 && at < 1 ? Math.floor(whole.length * at) : at));
    },
  })),
  { name: 'zeros', damage: (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)) },
  { name: 'garbage', damage: (path) => writeFileSync(path, '\u0000\u{1f4a9} not JSON at all }{') },
  { name: 'other JSON', damage: (path) => writeFileSync(path, '{"hello":"world"}\n') },
  {
    name: 'with a letter changed amid a row',
    damage(path) {
      const text = readFileSync(path, 'utf8');
      const at = text.indexOf('"ids"') > 0 ? text.indexOf('"ids"') : text.indexOf('"conversions"');
      writeFileSync(path, `${text.slice(0, at)}!${text.slice(at + 1)}`);
    },
  },
];

test.each(damages)(
  'db.json $name: the same totals, and every order is still a duplicate',
  async ({ damage, isNoticed = true }) => {
    const folder = join(useFolder(), 'data');
    cpSync(whole, folder, { recursive: true });
    damage(join(folder, 'db.json'));
    const warnings: string[] = [];
    const store = await FileStore.open({ folder, warn: (message) => warnings.push(message), ...small });
    expect(await countBought(store)).toEqual({ purchases: orders, revenue: orders * 100 });
    expect(
      warnings.some((warning) => /db\.json.*rebuilding/.test(warning)),
      warnings.join('; '),
    ).toBe(isNoticed);
    for (let order = 0; order < orders; order += 7) expect(await buy(store, String(order))).toBe('duplicate');
    await store.close();
    const again = await FileStore.open({ folder, warn: () => {}, ...small });
    expect(await countBought(again)).toEqual({ purchases: orders, revenue: orders * 100 });
    await again.close();
  },
);

test('a db.json that was left half written beside the old one is no matter', async () => {
  const copy = join(useFolder(), 'data');
  cpSync(whole, copy, { recursive: true });
  for (const name of readdirSync(copy)) {
    if (name.startsWith('db.json')) writeFileSync(join(copy, `${name}.new`), '{"version":1,"segm');
  }
  const store = await FileStore.open({ folder: copy, warn: () => {}, ...small });
  expect(await countBought(store)).toEqual({ purchases: orders, revenue: orders * 100 });
  await store.close();
});
