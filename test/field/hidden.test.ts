import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findChromium } from '../findChromium.js';
import { eventually } from './eventually.js';
import type { Field } from './world/Field.js';
import { startField } from './world/startField.js';

// Not with Playwright: its pages believe themselves seen, whatever is in front of them.
let browser: Browser;
let field: Field;
let page: Page;
let other: Page;

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * 127.0.0.1'];
  browser = await puppeteer.launch({ executablePath: findChromium().path, args });
});
afterAll(() => browser.close());
beforeEach(async () => {
  field = await startField();
  other = await browser.newPage();
  page = await browser.newPage();
  await page.goto(`${field.shop.origin()}/?ref=bob`);
  await eventually(() => field.counted('pageview').length).toBe(1);
});
afterEach(async () => {
  await page.close();
  await other.close();
  await field.close();
  expect(field.shop.complaints).toEqual([]);
});

/** How long after `track()` each step arrived first (ms). */
function delays(): number[] {
  const arrivals = field.proxy.seen.flatMap(({ at, events }) =>
    events.filter(({ n }) => n === 'step').map(({ id, t }) => [id, at - t] as const),
  );
  return [...new Map(arrivals.reverse()).values()];
}

test('16. an event that is tracked in a background tab is sent at once', async () => {
  await other.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'hidden');
  for (let i = 1; i <= 3; i++) {
    await page.evaluate((n) => void window.reftally?.track('step', { n }), i);
    await eventually(() => delays().length).toBe(i);
  }
  // Background pages are idle seldom, and their timers run once a second.
  expect(delays().filter((ms) => ms > 250)).toEqual([]);
  await eventually(() => field.counted('custom').length).toBe(3);
});

test('16. what waits for the page to be idle is sent as soon as the tab goes to the background', async () => {
  await page.evaluate(() => {
    // A page that is never idle.
    window.requestIdleCallback = () => 0;
    window.reftally?.track('step', { n: 1 });
  });
  await other.bringToFront();
  await eventually(() => field.counted('custom').length).toBe(1);
  expect(field.shop.complaints).toEqual([]);
});

test('16. frozen with a request under way and events behind it, then resumed: nothing is lost, nothing twice', async () => {
  field.proxy.next.push({ kind: 'delay', ms: 600 }, { kind: 'drop-reply' });
  await page.evaluate(() => {
    for (let n = 0; n < 5; n++) window.reftally?.track('step', { n });
    void window.reftally?.flush();
    window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
  });
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await eventually(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['_rt']);
  expect(field.counted('custom')).toHaveLength(5);
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 1 });
});
