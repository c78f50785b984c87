import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../launchBrowser.js';
import { dropFile } from './dropFile.js';
import { Person } from './Person.js';
import { readTiles } from './readTiles.js';
import { startWorld } from './startWorld.js';
import type { World } from './World.js';

const policy = {
  holdDays: 30,
  discount: '10',
  paysFrom: 'signed',
  commission: [
    { on: 'purchase', percent: '5', categories: ['tools'] },
    { on: 'purchase', percent: '10' },
  ],
};

let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  world = await startWorld(40, policy);
});
afterEach(() => world.close());

/** Opens Alice's stats page anew and reads held, payable and paid of her account. */
async function accountOf(alice: Person): Promise<string[]> {
  await alice.liveAt(world.now());
  // Links that differ in their fragments alone would not load the page again.
  await alice.page.goto('about:blank');
  await alice.page.goto(await world.accessOfAlice());
  const figures = alice.page.locator('.account-balance dd');
  await figures.first().waitFor();
  return figures.allInnerTexts();
}

/** Drops a statement on the page that checks it, and reads the verdict. */
async function verdictOn(page: Page, statement: string): Promise<string> {
  await page.goto(`${world.collectorUrl}/verify`);
  await dropFile(page.locator('.file-picker').first(), 'statement.json', statement);
  return (await page.locator('.notice').textContent()) ?? '';
}

interface Sale {
  readonly orderId: string;
  readonly trust: string;
  readonly code: string;
  readonly commission: { readonly minor: number };
}

test('from a signed order to a statement that is checked', { timeout: 180_000 }, async () => {
  const grace = await Person.meet(browser, world);
  await grace.open('/?ref=alice');
  await grace.page.getByText(': 10 % off with the code ALICE10.').waitFor();
  await grace.take('aurora-espresso', 2);
  await grace.take('cone-dripper', 1);
  expect(await grace.pay()).toMatchObject({
    status: 'accepted',
    partner: expect.any(String),
    trust: 'signed',
  });

  const bo = await Person.meet(browser, world);
  await bo.open('/');
  await bo.take('swan-kettle', 1);
  expect(await bo.pay('alice10')).toMatchObject({ status: 'accepted', partner: expect.any(String) });

  // 10 % of 29.80 and 5 % of 34.00; 5 % of 62.10, which is 69.00 less the coupon's 10 %.
  const { conversions } = await world.call<{ conversions: Sale[] }>('GET', '/conversions?site=shop');
  expect(conversions.map(({ trust, code, commission }) => [trust, code, commission.minor])).toEqual(
    expect.arrayContaining([
      ['signed', 'alice', 468],
      ['signed', 'ALICE10', 311],
    ]),
  );

  const clerk = await Person.meet(browser, world);
  await clerk.open('/office');
  const order = clerk.page.locator('.office-order').last();
  await order.getByRole('button', { name: 'Refund pieces' }).dblclick();
  await clerk.page.locator('.office-refunds').waitFor();
  await clerk.open('/office');
  expect(await order.locator('[data-status=accepted]').allInnerTexts()).toEqual([
    expect.stringMatching(/^1 × Aurora .*-R1: accepted/),
  ]);

  // Of 63.80 that earned 4.68 the refund is 14.90, and takes back 1.09.
  await clerk.liveAt(world.now());
  const [link] = await clerk.page.getByRole('link', { name: 'Alice’s page' }).all();
  await link?.click();
  expect(await readTiles(clerk.page)).toMatchObject({
    Purchases: ['2'],
    Refunds: ['1'],
    Revenue: ['€111.00'],
  });
  const alice = await Person.meet(browser, world);
  expect(await accountOf(alice)).toEqual(['€6.70', '–', '–']);

  world.passDays(31);
  expect(await accountOf(alice)).toEqual(['–', '€6.70', '–']);
  await world.call('POST', '/payouts', { site: 'shop', id: 'first', currency: 'EUR' });
  await world.call('POST', '/payouts/first/paid', { site: 'shop' });
  expect(await accountOf(alice)).toEqual(['–', '–', '€6.70']);

  const coming = alice.page.waitForEvent('download');
  await alice.page.getByRole('link', { name: 'Download statement' }).click();
  const statement = await readFile(await (await coming).path(), 'utf8');
  expect(await verdictOn(alice.page, statement)).toContain('All 4 lines are right.');
  const altered = JSON.parse(statement);
  altered.lines[1].minor += 1;
  expect(await verdictOn(alice.page, JSON.stringify(altered))).toContain('not right. Line 2 ');
  const people = [grace, bo, clerk, alice];
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('however often a refund is sent, it counts once, and the next one is another', async () => {
  const bo = await Person.meet(browser, world);
  await bo.open('/?ref=alice');
  await bo.take('drift-mug', 2);
  await bo.pay();
  const id = new URL(bo.page.url()).pathname.split('/').at(-1) ?? '';
  const send = (refundId: string) =>
    fetch(`${world.shopUrl}/office/orders/${id}/refund`, {
      method: 'POST',
      body: new URLSearchParams({ refundId, kind: 'amount', amount: '10.00' }),
    });
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(`${id}-R1`)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await world.totalsOfAlice()).toMatchObject({ refunds: 1 });
  await bo.open('/office');
  expect(await bo.page.locator('input[name=refundId]').first().inputValue()).toBe(`${id}-R2`);
  await send(`${id}-R2`);
  expect(await world.totalsOfAlice()).toMatchObject({ refunds: 2 });
});
