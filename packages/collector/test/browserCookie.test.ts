import { createServer, request, type Server } from 'node:http';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

/** Every host of the shop is this machine; to the browser they are two hosts of one site. */
const RULES = 'MAP shop.example 127.0.0.1, MAP refer.shop.example 127.0.0.1, MAP other.example 127.0.0.1';
const DAY = 86_400;

let collector: TestCollector;
let shop: Server;
let port: number;
let browser: Browser;
let context: BrowserContext;
let html = '';

/** The shop's own server: one page, and all else is passed on to the collector as it came. */
beforeAll(async () => {
  shop = createServer((req, res) => {
    const path = req.url ?? '/';
    if (path === '/' || path.startsWith('/?')) return res.setHeader('content-type', 'text/html').end(html);
    const { method, headers } = req;
    const on = request(collector.url + path, { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(res);
    });
    return req.pipe(on);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const address = shop.address();
  port = typeof address === 'object' && address ? address.port : 0;
  collector = await testCollector();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=${RULES}`],
  });
});
afterAll(async () => {
  await browser?.close();
  shop.closeAllConnections();
  shop.close();
  await collector.close();
});

beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

async function addSite(id: string, tag: object): Promise<Json> {
  const origins = [`http://shop.example:${port}`, `http://other.example:${port}`];
  const site = await collector.addSite({ id, origins, landingUrl: `${origins[0]}/`, tag });
  await collector.addPartner('Alice', { site: id, code: 'alice' });
  return site;
}

const daysLeft = async () => {
  const cookies = (await context.cookies()).filter(({ name }) => name === '_rt');
  return cookies.map(({ domain, value, expires }) => ({
    domain,
    value,
    days: Math.round((expires - Date.now() / 1000) / DAY),
  }));
};

test("the header renews the script's own cookie, in a real browser", async () => {
  // What the script writes lasts 90 days and what the collector sets 30: this tells them apart.
  const { publicKey } = await addSite('shop', { days: 30 });
  html = `<script defer src="/r.js" data-site="${publicKey}"></script>`;
  const page = await context.newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/e', async (route) => {
    await held;
    await route.continue();
  });
  const sent = page.waitForRequest('**/e');
  await page.goto(`http://shop.example:${port}/?ref=alice`);
  await sent;
  const [written, ...others] = await daysLeft();
  expect(others).toEqual([]);
  expect(written).toMatchObject({ domain: '.shop.example', days: 90 });
  const answered = page.waitForResponse('**/e');
  release();
  expect((await answered).status()).toBe(200);
  await expect.poll(daysLeft).toEqual([{ ...written, days: 30 }]);
  expect(await page.evaluate('document.cookie')).toContain(`_rt=${written?.value}`);
});

test('with credentials on, a subdomain renews it and its answers can be read; a foreign page gets none', async () => {
  const { publicKey } = await addSite('shared', { days: 30, credentials: true });
  html = '<p>A page</p>';
  const page = await context.newPage();
  const post = `fetch('http://refer.shop.example:${port}/e', {
    method: 'POST', credentials: 'include',
    body: JSON.stringify({ v: 1, k: '${publicKey}', s: Date.now(), e: [{}] }),
  }).then((answer) => answer.json())`;
  await page.goto(`http://shop.example:${port}/`);
  const value = '1!0!20780!V1sitor_id-0123456789!alice*mh2x1k0a';
  await page.evaluate(`document.cookie = '_rt=${value};path=/;domain=shop.example;max-age=${90 * DAY}'`);
  expect(await page.evaluate(post)).toMatchObject({ r: [{ status: 'invalid' }] });
  await expect.poll(daysLeft).toEqual([{ domain: '.shop.example', value, days: 30 }]);

  await page.goto(`http://other.example:${port}/`);
  await page.evaluate(`document.cookie = '_rt=${value};path=/;domain=other.example;max-age=${90 * DAY}'`);
  expect(await page.evaluate(post)).toMatchObject({ r: [{ status: 'invalid' }] });
  expect((await daysLeft()).find(({ domain }) => domain === '.other.example')).toMatchObject({ days: 90 });
});
