import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Books } from './support/Books.js';
import { createShop } from './support/createShop.js';
import { duplicates } from './support/duplicates.js';
import { isBetween } from './support/isBetween.js';
import { makeEvents } from './support/makeEvents.js';
import { makeRandom } from './support/makeRandom.js';
import { postAll } from './support/postAll.js';
import { postEvents } from './support/postEvents.js';
import { readLog } from './support/readLog.js';
import { readTotals } from './support/readTotals.js';
import { type Load, startLoad } from './support/startLoad.js';
import { sumEvents } from './support/sumEvents.js';
import { sumLog } from './support/sumLog.js';
import { useCollector } from './support/useCollector.js';
import { useSmallDisk } from './support/useSmallDisk.js';

const disks = [
  {
    kind: 'a small RAM disk (a file size limit where none can be mounted)',
    open: () => useSmallDisk.ramDisk() ?? useSmallDisk.sizeLimit(),
  },
  { kind: 'a file size limit', open: useSmallDisk.sizeLimit },
];

test.each(disks)(
  'a full disk, as $kind: 503 and nothing lost, then it goes on by itself',
  { timeout: 60_000 },
  async ({ open }) => {
    const disk = open();
    const { folder, prelude } = disk;
    const random = makeRandom(1);
    const collector = await useCollector({ folder, ...(prelude && { prelude }) });
    const { url } = collector;
    const shop = await createShop(url, 3);
    disk.fill();
    const books: Books = { sent: new Map(), acknowledged: new Map() };
    const nextEvent = makeEvents(shop, random);
    const load = startLoad(url, shop, { connections: 8, nextEvent, random, books });
    await count(load, 503, 50);

    const refused = await postEvents(url, shop.key, [nextEvent()]);
    expect(refused).toMatchObject({ status: 503, message: expect.stringMatching(/\w+/) });
    expect(Number(refused.retryAfter)).toBeGreaterThanOrEqual(1);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status, 'restarting it would not help').toBe(200);

    const before = load.statuses[200] ?? 0;
    disk.free(collector);
    await count(load, 200, before + 50);
    await load.stop();
    expect(Object.keys(load.statuses)).toEqual(['200', '503']);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const least = sumEvents(books.acknowledged.values(), shop.partners);
    const most = sumEvents(books.sent.values(), shop.partners);
    expect(isBetween(await readTotals(url, shop.site), least, most)).toBe(true);
    const known = [...books.acknowledged.values()];
    expect(await postAll(url, shop, known, books)).toEqual(duplicates(known.length));
    await postAll(url, shop, books.sent.values(), books);
    expect(await readTotals(url, shop.site)).toEqual(most);

    await collector.stop('SIGKILL');
    const again = await useCollector({ folder });
    expect(await readTotals(again.url, shop.site)).toEqual(most);
    expect(sumLog(readLog(folder), shop.partners)).toEqual(most);
  },
);

async function count(load: Load, status: number, wanted: number): Promise<void> {
  const until = Date.now() + 25_000;
  while ((load.statuses[status] ?? 0) < wanted) {
    if (Date.now() > until)
      throw new Error(`no ${wanted} answers of ${status}: ${JSON.stringify(load.statuses)}`);
    await delay(10);
  }
}
