import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@reftally/store';
import { expect, test } from 'vitest';
import { fillStore } from './support/fillStore.js';
import { useFolder } from './support/useFolder.js';

const { addShop, buy, countBought } = fillStore;
const ORDERS = ['a', 'b', 'c'];

/** A folder whose log ends in the line of order c: its last segment, all of it, and where that line begins. */
async function makeFolder(): Promise<{ folder: string; segment: string; log: Buffer; lastLine: number }> {
  const folder = join(useFolder(), 'data');
  const store = await openStore({ url: `file:${folder}`, warn: () => {} });
  await addShop(store);
  for (const order of ORDERS) await buy(store, order);
  await store.close();
  const segment = join(folder, 'log', readdirSync(join(folder, 'log')).sort().at(-1) ?? '');
  const log = readFileSync(segment);
  return { folder, segment, log, lastLine: log.lastIndexOf('\n', log.length - 2) + 1 };
}

/** Opens a folder; what it holds, and of what it warns. */
async function look(folder: string): Promise<{ found: object; isWarned: boolean }> {
  const warnings: string[] = [];
  const store = await openStore({ url: `file:${folder}`, warn: (message) => warnings.push(message) });
  const found = await countBought(store);
  await store.close();
  return { found, isWarned: warnings.some((warning) => /never finished/.test(warning)) };
}

/** Buys order c once more, and opens the folder again. */
async function retry(
  folder: string,
): Promise<{ retried: string | undefined; found: object; isWarned: boolean }> {
  const store = await openStore({ url: `file:${folder}`, warn: () => {} });
  const retried = await buy(store, 'c');
  await store.close();
  return { retried, ...(await look(folder)) };
}

const bought = (purchases: number) => ({ purchases, revenue: purchases * 100 });
/** A retry has its own cost: it is tried after one cut in so many. */
const RETRY_EACH = 40;

test('the log torn at every byte of its last line: that line alone is lost, with a warning, and the retry counts once', {
  timeout: 60_000,
}, async () => {
  const { folder, segment, log, lastLine } = await makeFolder();
  const rest = log.length - lastLine;
  expect(rest).toBeGreaterThan(400);
  for (let kept = 0; kept <= rest; kept++) {
    writeFileSync(segment, log.subarray(0, lastLine + kept));
    const isWhole = kept === rest;
    const expected = { found: bought(isWhole ? 3 : 2), isWarned: kept > 0 && !isWhole };
    expect(await look(folder), `${kept} of ${rest} bytes kept`).toEqual(expected);
    if (kept % RETRY_EACH !== 1 && kept < rest - 1) continue;
    const retried = isWhole ? 'duplicate' : 'accepted';
    expect(await retry(folder), `after ${kept} bytes`).toEqual({
      retried,
      found: bought(3),
      isWarned: false,
    });
  }
});

const tails = [
  {
    name: 'zeros, as a file system leaves them after a power cut',
    tail: (rest: number) => Buffer.alloc(rest),
  },
  { name: 'zeros up to the next page', tail: () => Buffer.alloc(4096) },
  { name: 'bytes that are no UTF-8', tail: (rest: number) => Buffer.alloc(rest, 0xff) },
  { name: 'garbage with line feeds', tail: (rest: number) => Buffer.from('}{\n'.repeat(rest)) },
];

test.each(tails)('the last line torn, then $name: only that line is lost', async ({ tail }) => {
  const { folder, segment, log, lastLine } = await makeFolder();
  const rest = log.length - lastLine;
  for (const kept of [0, 1, 17, Math.floor(rest / 2), rest - 1]) {
    writeFileSync(segment, Buffer.concat([log.subarray(0, lastLine + kept), tail(rest - kept)]));
    expect(await look(folder), `${kept} bytes kept`).toEqual({ found: bought(2), isWarned: true });
    expect(await retry(folder), `${kept} bytes kept`).toEqual({
      retried: 'accepted',
      found: bought(3),
      isWarned: false,
    });
  }
});

test('damage amid the log is no torn tail: the start is refused, and nothing is cut off', async () => {
  const { folder, segment, log } = await makeFolder();
  const second = log.indexOf('\n') + 1;
  const damaged = Buffer.concat([log.subarray(0, second), Buffer.from('!'), log.subarray(second + 1)]);
  writeFileSync(segment, damaged);
  await expect(look(folder)).rejects.toThrow(/line 2, cannot be read/);
  expect(readFileSync(segment)).toEqual(damaged);
});
