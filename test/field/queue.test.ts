import { expect, test } from 'vitest';
import { ChromiumTab } from './drive/ChromiumTab.js';
import type { Tab } from './drive/Tab.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';

const scene = setScene();

/** Ends a tab without telling its page, as far as the browser can do that. */
async function kill(tab: Tab): Promise<void> {
  if (!(tab instanceof ChromiumTab)) return tab.close();
  const crashed = tab.page.waitForEvent('crash');
  const session = await tab.page.context().newCDPSession(tab.page);
  // Never answers: who would.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Opens three tabs and has each buy 20 times while the collector is down. */
async function buyInThreeTabs(): Promise<[Tab, Tab, Tab]> {
  const { field, profile } = scene;
  const tabs = [scene.tab, await profile.newTab(), await profile.newTab()] as [Tab, Tab, Tab];
  for (const tab of tabs) await land({ ...scene, tab }, `${field.shop.origin()}/?ref=bob`);
  field.proxy.isDown = true;
  for (const [n, tab] of tabs.entries()) {
    await tab.run((letter) => {
      for (let i = 0; i < 20; i++)
        window.reftally?.track('purchase', { orderId: `${letter}${i}`, amount: '1', currency: 'EUR' });
    }, 'ABC'[n]);
  }
  // What one tab writes the others see a moment later.
  await eventually(() => queuedKeys(tabs[0])).toHaveLength(60);
  return tabs;
}

/** Waits until nothing is left in the browser; then every purchase must have been counted, once. */
async function expectAll60(tab: Tab): Promise<void> {
  await eventually(() => queuedKeys(tab)).toEqual([]);
  expect(new Set(scene.field.counted('purchase').map(({ orderId }) => orderId)).size).toBe(60);
  expect(await scene.field.totalsOf('bob')).toMatchObject({
    purchases: 60,
    revenue: [{ currency: 'EUR', minor: 6000 }],
  });
}

test('9. three tabs, 20 purchases each while the collector is down, one tab killed: all 60 are counted once', async () => {
  const { field } = scene;
  const [first, second, third] = await buyInThreeTabs();
  await kill(third);
  field.proxy.isDown = false;
  for (const tab of [first, second]) await tab.run(() => void dispatchEvent(new Event('online')));
  // In a browser that cannot kill a tab, the third may have got its own through as it was closed.
  await eventually(() => field.counted('purchase').length).toBeGreaterThanOrEqual(40);
  field.passTime(60_000);
  await first.open(`${field.shop.origin()}/later`);
  await expectAll60(first);
});

test('9. the same, and two pages take over all 60 at the same time', async () => {
  const { field } = scene;
  const [first, second, third] = await buyInThreeTabs();
  await kill(third);
  for (const tab of [first, second]) await tab.open('about:blank');
  field.proxy.isDown = false;
  field.passTime(60_000);
  await Promise.all([first, second].map((tab, n) => tab.open(`${field.shop.origin()}/later${n}`)));
  await expectAll60(first);
});

test('12. 10,000 events offline: at most 50 wait, purchases outlive pageviews, the host keeps its own keys', {
  timeout: 60_000,
}, async () => {
  const { field, profile, tab } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  await profile.setOffline(true);
  const own = { cart: '[1,2]', _rq: 'mine', _rqueue: 'mine', 'host._rq.1': 'mine' };
  const isIdle = await tab.run(async (keys) => {
    Object.assign(localStorage, keys);
    for (let i = 0; i < 40; i++)
      window.reftally?.track('purchase', { orderId: `A${i}`, amount: '1', currency: 'EUR' });
    for (let i = 0; i < 9960; i++) window.reftally?.track('pageview', { i });
    const wait = window.requestIdleCallback ?? setTimeout;
    const idle = new Promise((resolve) => wait(() => resolve(true)));
    return Promise.race([idle, new Promise((resolve) => setTimeout(resolve, 25_000))]);
  }, own);
  // The script has not made itself as much work as there were events.
  expect(isIdle).toBe(true);
  const waiting = await queuedKeys(tab);
  expect(waiting.length).toBeLessThanOrEqual(50);
  expect(waiting.length).toBeGreaterThan(40);
  await profile.setOffline(false);
  await eventually(() => queuedKeys(tab)).toEqual([]);
  expect(field.counted('purchase')).toHaveLength(40);
  expect(await tab.run(() => ({ ...localStorage }))).toEqual({ ...own, _rt: expect.any(String) });
});

test('12. large events offline: at most 64 KB of text wait, the newest purchases', async () => {
  const { field, profile, tab } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  await profile.setOffline(true);
  const length = await tab.run(() => {
    for (let i = 0; i < 30; i++) {
      // Each in a millisecond of its own: of two in one, neither is older.
      for (const now = Date.now(); Date.now() === now; );
      const items = [...'abcdefghij'].map((id) => ({ id, name: 'ö'.repeat(250) }));
      window.reftally?.track('purchase', { orderId: `A${i}`, amount: '1', currency: 'EUR', items });
    }
    const texts = Object.entries(localStorage).filter(([key]) => key.startsWith('_rq.'));
    return texts.map(([, text]) => text).join('').length;
  });
  expect(length).toBeLessThanOrEqual(65_536);
  await profile.setOffline(false);
  await eventually(() => queuedKeys(tab)).toEqual([]);
  const orders = field.counted('purchase').map(({ orderId }) => orderId);
  expect(orders.length).toBeGreaterThan(5);
  expect(orders.sort()).toEqual([...Array(orders.length).keys()].map((i) => `A${29 - i}`).sort());
  expect(field.proxy.seen.filter(({ body }) => Buffer.byteLength(body) > 16_384)).toEqual([]);
});
