import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePort } from '../journey/freePort.js';
import { launchBrowser } from '../launchBrowser.js';
import type { Books } from './Books.js';
import type { Installed } from './Installed.js';
import { installPackage } from './installPackage.js';
import { openBooks } from './openBooks.js';
import { openShop } from './openShop.js';
import type { Shop } from './Shop.js';

const run = promisify(execFile);
const vite = fileURLToPath(new URL('../../node_modules/.bin/vite', import.meta.url));

let installed: Installed;
let browser: Browser;
let books: Books;
let shop: Shop;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [installed, browser] = await Promise.all([installPackage(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await installed.remove();
});

beforeEach(async () => {
  const port = await freePort();
  books = await openBooks(`http://localhost:${port}`);
  const pages = { '/': () => plainPage, '/app': () => appPage, '/both': () => bothPage };
  shop = await openShop(port, pages, () => [
    join(installed.folder, 'dist'),
    join(installed.folder, 'node_modules/@reftally/sdk/dist'),
  ]);
  complaints = [];
  page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  await shop.close();
  await books.close();
  expect(complaints).toEqual([]);
});

let appPage = '';
let bothPage = '';
let plainPage = '';

/** Builds the app with the site's key, its first view rendered on a server as Next does. */
async function buildApp(): Promise<void> {
  await cp(new URL('app/', import.meta.url), installed.folder, { recursive: true });
  const env = {
    ...process.env,
    VITE_SITE: books.site,
    VITE_ENDPOINT: `${books.url}/e`,
    NODE_ENV: 'development',
  };
  const build = (...words: string[]) =>
    run(vite, ['build', '--logLevel', 'warn', '--mode', 'development', ...words], {
      cwd: installed.folder,
      env,
    });
  await build('--ssr', 'server.js', '--outDir', 'server');
  await build();
  const { html } = (await import(join(installed.folder, 'server/server.js'))) as { html(): string };
  appPage = (await readFile(join(installed.folder, 'dist/index.html'), 'utf8')).replace('<!--app-->', html());
  bothPage = appPage.replace('<script', () => `${tagOf('r.js')}<script`);
}

const aliceHas = (expected: object) =>
  expect.poll(() => books.alice(), { timeout: 30_000, interval: 100 }).toMatchObject(expected);

/** Nothing is on its way: what a page sends on its own is sent when it is idle, within a second. */
const calm = () => page.waitForTimeout(1500);

test('in a Vite app under StrictMode, rendered on a server first', { timeout: 90_000 }, async () => {
  await buildApp();
  expect(appPage).toContain('came alone');
  await page.goto(`${shop.url}/app?ref=alice`);
  await page.getByText('sent by alice').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await calm();
  await aliceHas({ clicks: 1, pageviews: 1, visitors: 1 });
  const answer = await page.evaluate(() =>
    (window as unknown as { track(name: string, props: object): Promise<object> }).track('purchase', {
      orderId: 'A1',
      amount: '49.90',
      currency: 'EUR',
    }),
  );
  expect(answer).toMatchObject({ status: 'accepted', partner: expect.any(String) });
  await page.evaluate(() => {
    const { dataLayer } = window as unknown as { dataLayer: object[] };
    dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'A1', value: 49.9, currency: 'EUR' } });
    dataLayer.push({
      event: 'purchase',
      ecommerce: { transaction_id: 'A2', value: 0.1 + 0.2, currency: 'EUR' },
    });
  });
  await aliceHas({ purchases: 2, revenue: [{ currency: 'EUR', minor: 5020 }] });
  await page.evaluate(() => history.pushState(null, '', '/app/later?ref=bob'));
  await page.getByText('sent by bob').waitFor();
});

test('a Vite app on a page that has the script tag as well: one of them starts', {
  timeout: 90_000,
}, async () => {
  await buildApp();
  await page.goto(`${shop.url}/both?ref=alice`);
  await page.getByText('sent by alice').waitFor();
  await calm();
  await aliceHas({ clicks: 1, pageviews: 1, visitors: 1 });
});

function tagOf(name: string): string {
  const attributes = `data-site="${books.site}" data-endpoint="${books.url}/e"`;
  return `<script defer src="/${name}" ${name === 'r.js' ? attributes : 'data-forms="#added"'}></script>`;
}

/** A shop with Google's tag, a form and a payment link; the scripts come in this order. */
function plain(scripts: string[]): string {
  return `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
    <script>
      window.dataLayer = [];
      function gtag() { dataLayer.push(arguments); }
      gtag('js', new Date()); gtag('config', 'G-1', { user_id: 'c81' }); gtag('event', 'sign_up', { method: 'mail' });
    </script>
    ${scripts.map(tagOf).join('')}
    <form method="post" action="/order" id="own"><input type="hidden" name="referral"><button>Order</button></form>
    <form method="post" action="/order" id="added"><button>Subscribe</button></form>
    <a id="pay" href="https://buy.stripe.com/abc?prefilled_email=a%40b.test">Pay</a>`;
}

test.each([
  ['after the adapters', ['dataLayer.min.js', 'forms.min.js', 'r.js']],
  ['before them', ['r.js', 'dataLayer.min.js', 'forms.min.js']],
])('as plain script tags, the base script %s', { timeout: 150_000 }, async (_name, scripts) => {
  plainPage = plain(scripts);
  await page.route('https://buy.stripe.com/**', (route) => route.fulfill({ body: 'paid' }));
  await page.goto(`${shop.url}/?ref=alice`);
  await aliceHas({ pageviews: 1, signups: 1 });
  await page.evaluate(() => {
    const { dataLayer } = window as unknown as { dataLayer: { push(entry: object): number } };
    const count = dataLayer.push({
      event: 'purchase',
      ecommerce: {
        transaction_id: 'A1',
        value: 25,
        currency: 'EUR',
        items: [{ item_id: 'mug', price: 12.5, quantity: 2 }],
      },
    });
    if (count !== 4) throw new Error(`push answered ${count}`);
  });
  await aliceHas({ purchases: 1, revenue: [{ currency: 'EUR', minor: 2500 }] });
  expect(await books.conversions()).toMatchObject([
    { type: 'purchase', orderId: 'A1', customerId: 'c81' },
    { type: 'signup', customerId: 'c81' },
  ]);
  await page.click('#pay');
  await page.waitForURL('https://buy.stripe.com/abc?prefilled_email=a%40b.test&client_reference_id=rt-alice');
});

test('a form carries the code however it is sent', async () => {
  plainPage = plain(['r.js', 'forms.min.js']);
  await page.goto(`${shop.url}/?ref=alice`);
  const ways: [name: string, send: () => unknown, navigates: boolean][] = [
    ['a button', () => document.querySelector<HTMLElement>('#own button')?.click(), true],
    ['form.submit()', () => document.querySelector<HTMLFormElement>('#own')?.submit(), true],
    ['a form without the field', () => document.querySelector<HTMLElement>('#added button')?.click(), true],
    [
      'form.submit() without the field',
      () => document.querySelector<HTMLFormElement>('#added')?.submit(),
      true,
    ],
    [
      'a script that sends FormData',
      () => {
        const form = document.querySelector('#own') as HTMLFormElement;
        return fetch('/order', { method: 'POST', body: new URLSearchParams(new FormData(form) as never) });
      },
      false,
    ],
  ];
  for (const [name, send, navigates] of ways) {
    const gone = navigates ? page.waitForURL('**/order') : undefined;
    await page.evaluate(send);
    await gone;
    await expect.poll(() => shop.posted.splice(0), { message: name }).toEqual(['referral=alice']);
    if (navigates) await page.goto(`${shop.url}/`);
  }
});

test('a form of a visitor whom nobody referred is sent as it is', async () => {
  plainPage = plain(['r.js', 'forms.min.js']);
  await page.goto(`${shop.url}/`);
  await page.click('#added button');
  await expect.poll(() => shop.posted).toEqual(['']);
});
