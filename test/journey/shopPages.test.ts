import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type RunningShop, startShop } from '@reftally/demo';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../launchBrowser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let shop: RunningShop;

beforeAll(async () => {
  browser = await launchBrowser();
  // Nobody listens there: these tests are about a shop whose tracker does not load.
  shop = await startShop({
    port: 0,
    collectorUrl: 'http://localhost:1',
    siteKey: 'none',
    secretKey: 'none',
    coupons: [{ code: 'ALICE10', percent: 10 }],
  });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

/** What a page does to somebody who cannot see it well, and whether it is wider than its window. */
async function flawsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  const flaws = violations.map((one) => `${page.url()}: ${one.help}, ${one.nodes[0]?.html}`);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return excess > 0 ? [...flaws, `${page.url()}: ${excess} px too wide`] : flaws;
}

/** Fills in the form of the page and sends it. */
async function submit(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(value);
  await page.locator('main form button').first().click();
}

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 320],
] as const)(
  'every page is accessible, in %s on %i px, with no tracker',
  { timeout: 90_000 },
  async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const flaws: string[] = [];
    const look = async () => flaws.push(...(await flawsOf(page)));
    for (const path of [
      '/',
      '/products/harbour-ethiopia?currency=JPY',
      '/cart',
      '/signin',
      '/nowhere',
      '/signup',
    ]) {
      await page.goto(shop.url + path);
      await look();
    }
    await submit(page, {});
    await look();
    await submit(page, { name: 'Ada', email: `ada${width}${colorScheme}@example.com` });
    await look();
    await page.goto(`${shop.url}/products/swan-kettle`);
    await submit(page, { quantity: '2' });
    await look();
    await page.goto(`${shop.url}/checkout`);
    await submit(page, { email: 'nobody' });
    await look();
    for (const coupon of ['ALICE11', 'ALICE10']) {
      await page.getByLabel('Coupon').fill(coupon);
      await page.getByRole('button', { name: 'Apply' }).click();
      await look();
    }
    await submit(page, { email: 'ada@example.com', street: 'Storgata 1', postcode: '9008', city: 'Tromsø' });
    expect(new URL(page.url()).pathname).toMatch(/^\/thanks\//);
    expect(await page.locator('.tracker').getAttribute('data-status')).toBe('absent');
    await look();
    await page.getByRole('link', { name: 'Back office' }).click();
    await look();
    await page.getByRole('button', { name: 'Refund all that is left' }).first().click();
    expect(await page.locator('.office-refunds li').first().getAttribute('data-status')).toBe('failed');
    await look();
    await context.close();
    expect(flaws).toEqual([]);
  },
);

test.each([
  [
    'with a code',
    { partner: 'p', offer: { percent: '10', coupon: 'ALICE10' } },
    /: 10 % off with the code ALICE10\.$/,
  ],
  ['without a code, which this shop cannot give', { partner: 'p', offer: { percent: '10' } }, undefined],
  ['that is none', { partner: 'p' }, undefined],
  ['to nobody who was sent', null, undefined],
])('an offer %s is shown as it is', async (_name, referral, shown) => {
  const page = await browser.newPage();
  await page.route('http://localhost:1/r.js', (route) => {
    const answered = JSON.stringify(referral);
    const body = `
      let answer = ${answered} && {};
      window.reftally = {
        flush: () => setTimeout(() => { answer = ${answered}; }, 300),
        referral: () => answer,
      };`;
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(shop.url);
  const offer = page.locator('.offer');
  if (shown) await offer.waitFor();
  else await page.waitForTimeout(1000);
  expect(await offer.isVisible()).toBe(shown !== undefined);
  if (shown) expect(await offer.textContent()).toMatch(shown);
  expect(await flawsOf(page)).toEqual([]);
  await page.close();
});

test('a coupon can be applied with the keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${shop.url}/products/drift-mug`);
  await submit(page, { quantity: '2' });
  await page.getByRole('link', { name: 'Check out' }).click();
  await page.getByLabel('Town or city').focus();
  for (const stop of ['Pay €36.00', 'ALICE10', 'Apply']) {
    await page.keyboard.press('Tab');
    if (stop === 'ALICE10') await page.keyboard.type(stop);
    else expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(stop);
  }
  await page.keyboard.press('Enter');
  await page.locator('.notice').waitFor();
  expect(await page.locator('.totals .grand').textContent()).toContain('€32.40');
  await page.close();
});

test('the shop can be used with the keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${shop.url}/products/drift-mug`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add to cart');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cart');
  await page.close();
});
