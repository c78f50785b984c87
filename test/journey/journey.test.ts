import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../launchBrowser.js';
import { Person } from './Person.js';
import { readTiles } from './readTiles.js';
import { startWorld } from './startWorld.js';
import type { World } from './World.js';

let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  world = await startWorld(1);
});
afterEach(() => world.close());

/** What has become of Alice's row, once everything that is under way has arrived. */
function aliceHas(expected: object): Promise<void> {
  return expect.poll(() => world.totalsOfAlice(), { timeout: 10_000, interval: 100 }).toMatchObject(expected);
}

test('from a link to the stats page, over two days and two browsers', { timeout: 90_000 }, async () => {
  const grace = await Person.meet(browser, world);
  await grace.open('/?ref=alice');
  await grace.open('/products/fjord-filter');
  await grace.open('/products/drift-mug');
  expect(await grace.signUp('Grace', 'grace@example.com')).toMatchObject({ status: 'accepted' });
  await grace.take('aurora-espresso', 2);
  await grace.take('cone-dripper', 1);
  const bought = await grace.pay();
  expect(bought).toMatchObject({ status: 'accepted', partner: expect.any(String) });
  const firstDay = {
    clicks: 1,
    visitors: 1,
    signups: 1,
    purchases: 1,
    pageviews: 11,
    revenue: [{ currency: 'EUR', minor: 6380 }],
  };
  await aliceHas(firstDay);
  const before = [await world.totalsOfAlice(), await world.direct()];

  for (let reload = 1; reload <= 10; reload++) {
    await grace.page.reload();
    expect(await grace.answer()).toMatchObject({ status: 'duplicate', partner: bought.partner });
  }
  // Nothing is on its way: what a page sends on its own is sent when it is idle, within a second.
  await grace.page.waitForTimeout(1500);
  expect([await world.totalsOfAlice(), await world.direct()]).toEqual(before);

  world.passDays(1);
  const elsewhere = await Person.meet(browser, world);
  await elsewhere.signIn('grace@example.com');
  await elsewhere.open('/?currency=JPY');
  await elsewhere.take('swan-kettle', 1);
  expect(await elsewhere.pay()).toMatchObject({ status: 'accepted', partner: bought.partner });
  await aliceHas({
    clicks: 1,
    visitors: 1,
    signups: 1,
    purchases: 2,
    pageviews: 11,
    refunds: 0,
    revenue: expect.toSatisfy((money: unknown[]) => money.length === 2),
    commission: {
      held: expect.arrayContaining([
        { currency: 'EUR', minor: 638 },
        { currency: 'JPY', minor: 1120 },
      ]),
    },
  });

  const alice = await Person.meet(browser, world);
  await alice.page.goto(await world.accessOfAlice());
  expect(await readTiles(alice.page)).toMatchObject({
    Clicks: ['1'],
    Visitors: ['1'],
    Pageviews: ['11'],
    Signups: ['1'],
    Purchases: ['2'],
    Refunds: ['0'],
    Revenue: ['€63.80', '¥11,200'],
  });
  expect(alice.page.url()).not.toContain('access');
  expect([...grace.complaints, ...elsewhere.complaints, ...alice.complaints]).toEqual([]);
});

test('a visitor without a code is counted and leaves nothing behind', async () => {
  const passer = await Person.meet(browser, world);
  for (const path of ['/', '/products/drift-mug', '/?currency=JPY', '/cart', '/signup'])
    await passer.open(path);
  await expect.poll(() => world.direct(), { timeout: 10_000 }).toMatchObject({ pageviews: 5 });
  expect(await passer.keeps()).toEqual([]);
  await aliceHas({ clicks: 0, pageviews: 0, visitors: 0 });
  expect(passer.complaints).toEqual([]);
});

test('a short link lands on its page with the code, and is one click', async () => {
  const grace = await Person.meet(browser, world);
  await grace.page.goto(`${world.collectorUrl}/l/alice/products/drift-mug`);
  expect(grace.page.url()).toBe(`${world.shopUrl}/products/drift-mug?ref=alice`);
  await grace.open('/cart');
  await aliceHas({ clicks: 1, pageviews: 2, visitors: 1 });
  expect(await grace.keeps()).not.toEqual([]);
  expect(grace.complaints).toEqual([]);
});
