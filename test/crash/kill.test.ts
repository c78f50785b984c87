import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Books } from './support/Books.js';
import { createShop, type Shop } from './support/createShop.js';
import { duplicates } from './support/duplicates.js';
import { isBetween } from './support/isBetween.js';
import { makeEvents } from './support/makeEvents.js';
import { makeRandom } from './support/makeRandom.js';
import { postAll } from './support/postAll.js';
import { readLog } from './support/readLog.js';
import { readTotals } from './support/readTotals.js';
import { SMALL_SEGMENTS } from './support/SMALL_SEGMENTS.js';
import { spawnCollector } from './support/spawnCollector.js';
import { startLoad } from './support/startLoad.js';
import { sumEvents } from './support/sumEvents.js';
import { sumLog } from './support/sumLog.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

// The long version: REFTALLY_CRASH_ROUNDS=500 npx vitest run --config test/vitest.config.ts test/crash/kill.test.ts
const ROUNDS = Number(process.env.REFTALLY_CRASH_ROUNDS ?? 30);
const SEED = Number(process.env.REFTALLY_CRASH_SEED ?? Date.now() % 1_000_000);
const random = makeRandom(SEED);

test(`kill -9 under load, ${ROUNDS} rounds on one folder: nothing acknowledged is lost, nothing counts twice (seed ${SEED})`, {
  timeout: 30_000 + ROUNDS * 10_000,
}, async () => {
  const options = { folder: useFolder(), ...SMALL_SEGMENTS };
  let collector = await useCollector(options);
  const shop = await createShop(collector.url, 5);
  const all: Books = { sent: new Map(), acknowledged: new Map() };
  for (let round = 0; round < ROUNDS; round++) {
    const books: Books = { sent: new Map(), acknowledged: new Map() };
    const load = startLoad(collector.url, shop, {
      connections: 16,
      nextEvent: makeEvents(shop, random),
      random,
      books,
    });
    await delay(40 + random() * 300);
    await collector.stop('SIGKILL');
    await load.stop();
    if (random() < 0.2) await killWhileStarting(options);
    collector = await useCollector(options);
    await checkRound(collector.url, shop, books, all);
    if (round % 5 === 4 || round === ROUNDS - 1) await checkLog(collector.url, shop, options.folder);
  }
  expect(all.sent.size).toBeGreaterThan(ROUNDS * 50);
});

/** Loading its code takes it some 400 ms; what is to be hit is the recovery after that. */
async function killWhileStarting(options: { folder: string }): Promise<void> {
  const child = spawnCollector(options);
  const gone = new Promise((resolve) => child.once('close', resolve));
  await delay(400 + random() * 600);
  child.kill('SIGKILL');
  await gone;
}

/** `all` are the books of the rounds before, in which everything sent has been acknowledged at last. */
async function checkRound(url: string, shop: Shop, books: Books, all: Books): Promise<void> {
  const { sent, acknowledged } = books;
  const least = sumEvents([...all.sent.values(), ...acknowledged.values()], shop.partners);
  for (const [id, event] of sent) all.sent.set(id, event);
  const most = sumEvents(all.sent.values(), shop.partners);
  const found = await readTotals(url, shop.site);
  expect(isBetween(found, least, most), 'acknowledged ≤ counted ≤ sent').toBe(true);

  const known = [...acknowledged.values()];
  expect(await postAll(url, shop, known, books), 'what was acknowledged').toEqual(duplicates(known.length));
  const older = [...all.sent.values()].slice(-sent.size - 500, -sent.size);
  expect(await postAll(url, shop, older, books), 'of earlier rounds').toEqual(duplicates(older.length));
  await postAll(url, shop, sent.values(), books);
  expect(await readTotals(url, shop.site), 'after the retries every event counts once').toEqual(most);
}

async function checkLog(url: string, shop: Shop, folder: string): Promise<void> {
  expect(sumLog(readLog(folder), shop.partners)).toEqual(await readTotals(url, shop.site));
}
