import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Books } from './support/Books.js';
import { createShop } from './support/createShop.js';
import { duplicates } from './support/duplicates.js';
import { makeEvents } from './support/makeEvents.js';
import { makeRandom } from './support/makeRandom.js';
import { postAll } from './support/postAll.js';
import { readTotals } from './support/readTotals.js';
import { startLoad } from './support/startLoad.js';
import { sumEvents } from './support/sumEvents.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s under load: all that was accepted is answered, and the exit code is 0',
  async (signal) => {
    const folder = useFolder();
    const random = makeRandom(signal.length);
    const collector = await useCollector({ folder });
    const shop = await createShop(collector.url, 3);
    const books: Books = { sent: new Map(), acknowledged: new Map() };
    const load = startLoad(collector.url, shop, {
      connections: 32,
      nextEvent: makeEvents(shop, random),
      random,
      books,
    });
    await delay(700);
    expect(await collector.stop(signal)).toEqual({ code: 0, signal: null });
    await load.stop();

    const { url } = await useCollector({ folder });
    expect(await readTotals(url, shop.site)).toEqual(sumEvents(books.acknowledged.values(), shop.partners));
    const unanswered = [...books.sent.values()].filter(({ id }) => !books.acknowledged.has(id));
    const known = [...books.acknowledged.values()];
    expect(await postAll(url, shop, known, books)).toEqual(duplicates(known.length));
    expect(Object.keys(load.statuses)).toEqual(['200']);
    expect(unanswered.length, 'of those on the way when it closed').toBeLessThanOrEqual(32 * 50);
    expect(books.acknowledged.size).toBeGreaterThan(100);
  },
);
