import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Books } from '../crash/support/Books.js';
import type { Collector } from '../crash/support/Collector.js';
import { createShop, type Shop } from '../crash/support/createShop.js';
import { duplicates } from '../crash/support/duplicates.js';
import { isBetween } from '../crash/support/isBetween.js';
import { makeEvents } from '../crash/support/makeEvents.js';
import { makeRandom } from '../crash/support/makeRandom.js';
import { postAll } from '../crash/support/postAll.js';
import { readTotals } from '../crash/support/readTotals.js';
import { startLoad } from '../crash/support/startLoad.js';
import { sumEvents } from '../crash/support/sumEvents.js';
import { useCollector } from '../crash/support/useCollector.js';
import { useFolder } from '../crash/support/useFolder.js';
import type { PostgresServer } from './PostgresServer.js';
import { startPostgres } from './startPostgres.js';

const ROUNDS = Number(process.env.REFTALLY_CRASH_ROUNDS ?? 3);
const SEED = Number(process.env.REFTALLY_CRASH_SEED ?? Date.now() % 1_000_000);

describe('two collectors, each a process, on one database', () => {
  const random = makeRandom(SEED);
  let server: PostgresServer;
  let store: string;
  beforeAll(async () => {
    server = await startPostgres({ version: 18 });
    store = await server.createDatabase();
  });
  afterAll(() => server.stop());

  const start = () => useCollector({ folder: useFolder(), args: ['--store', store] });

  it(`of which one is killed with SIGKILL under load, ${ROUNDS} times: nothing acknowledged is lost, nothing counts twice (seed ${SEED})`, {
    timeout: 60_000 + ROUNDS * 20_000,
  }, async () => {
    let [one, other] = await Promise.all([start(), start()]);
    const shop = await createShop(one.url, 5);
    const books: Books = { sent: new Map(), acknowledged: new Map() };
    const nextEvent = makeEvents(shop, random);
    for (let round = 0; round < ROUNDS; round++) {
      const load = { connections: 8, nextEvent, random, books };
      const loads = [one, other].map(({ url }) => startLoad(url, shop, load));
      await delay(200 + random() * 300);
      await one.stop('SIGKILL');
      await delay(100);
      await Promise.all(loads.map((running) => running.stop()));
      await check(other, shop, books);
      [one, other] = [other, await start()];
    }
    expect(books.sent.size).toBeGreaterThan(ROUNDS * 50);
  });

  async function check({ url }: Collector, shop: Shop, { sent, acknowledged }: Books): Promise<void> {
    const least = sumEvents(acknowledged.values(), shop.partners);
    const most = sumEvents(sent.values(), shop.partners);
    const found = await readTotals(url, shop.site);
    expect(isBetween(found, least, most), 'acknowledged ≤ counted ≤ sent').toBe(true);
    const known = [...acknowledged.values()];
    expect(await postAll(url, shop, known, { sent, acknowledged })).toEqual(duplicates(known.length));
    await postAll(url, shop, sent.values(), { sent, acknowledged });
    expect(await readTotals(url, shop.site), 'after the retries every event counts once').toEqual(most);
  }
});
