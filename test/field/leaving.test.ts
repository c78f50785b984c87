import { expect, test } from 'vitest';
import type { Tab } from './drive/Tab.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';
import { slow } from './slow.js';

const scene = setScene();
const ROUNDS = 5;

/** Buys, sends the control, a plain fetch that must lose, and leaves, all in one task. */
function buyAndLeave(tab: Tab, way: string, round: number): Promise<void> {
  const { collectorUrl, shop } = scene.field;
  return tab.run(
    ({ how, n, url, key }) => {
      // Without it Chromium puts the page into its back/forward cache, where plain requests live on for a while.
      addEventListener('unload', () => undefined);
      const control = () => {
        const e = [{ id: `control-${n}`, n: 'control', t: Date.now() }];
        const body = JSON.stringify({ v: 1, k: key, s: Date.now(), e });
        fetch(url, { method: 'POST', body }).catch(() => undefined);
      };
      window.reftally?.track('purchase', { orderId: `A${n}`, amount: '1.50', currency: 'EUR' });
      if (how === 'closing the tab') addEventListener('pagehide', control);
      else control();
      if (how === 'a form') document.querySelector('form')?.submit();
      if (how === 'a link') document.getElementById('next')?.click();
      if (how === 'location.href') location.href = '/plain';
    },
    { how: way, n: round, url: `${collectorUrl}/e`, key: shop.siteKey },
  );
}

test.each(['location.href', 'a form', 'a link', 'closing the tab'])(
  '6. track(), then %s in the same task, 300 ms away: all arrive, plain fetches do not',
  async (way) => {
    const { field, profile } = scene;
    const isClosing = way === 'closing the tab';
    for (let round = 1; round <= ROUNDS; round++) {
      field.proxy.latencyMs = 0;
      const tab = isClosing && round > 1 ? await profile.newTab() : scene.tab;
      await tab.open(`${field.shop.origin()}/shop${round}?ref=bob`);
      slow(field);
      await buyAndLeave(tab, way, round);
      if (isClosing) await tab.close();
      // Long before any page could take over what another one left behind.
      await eventually(() => field.counted('purchase').length).toBe(round);
    }
    // All of them on a machine that has nothing else to do; a slow one takes long to leave a page.
    expect(field.counted('custom').length).toBeLessThan(ROUNDS);
    expect(await field.totalsOf('bob')).toMatchObject({
      purchases: ROUNDS,
      revenue: [{ currency: 'EUR', minor: 150 * ROUNDS }],
    });
  },
);

test('7. bought offline, tab closed, opened again online: arrives once, with its id and its time', async () => {
  const { tab, profile, field } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  // Firefox is offline as long as there is the tab: a closing one could get through.
  field.proxy.isDown = true;
  await profile.setOffline(true);
  const bought = Date.now();
  await tab.run(() => {
    window.reftally?.track('purchase', { orderId: 'A1', amount: '49.90', currency: 'EUR' });
  });
  const [key = ''] = await queuedKeys(tab);
  await tab.close();
  // Its last try, which fails too.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await profile.setOffline(false);
  field.proxy.isDown = false;

  field.passTime(60_000);
  scene.tab = await profile.newTab();
  await land(scene, `${field.shop.origin()}/later`);
  const [purchase] = field.counted('purchase');
  expect(field.counted('purchase')).toHaveLength(1);
  expect(purchase).toMatchObject({ orderId: 'A1', touches: [{ code: 'bob' }] });
  expect(`_rq.${purchase?.id}`).toBe(key);
  expect(Math.abs((field.proxy.sent('purchase')[0]?.t ?? 0) - bought)).toBeLessThan(30_000);
  expect(Math.abs((purchase?.at ?? 0) - bought)).toBeLessThan(30_000);
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 2 });
});
