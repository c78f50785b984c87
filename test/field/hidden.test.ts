import { expect, test } from 'vitest';
import type { Driver } from './drive/Driver.js';
import { launchDriver } from './drive/launchDriver.js';
import { PuppeteerDriver } from './drive/PuppeteerDriver.js';
import { PuppeteerTab } from './drive/PuppeteerTab.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { notPossible } from './notPossible.js';
import { setScene } from './setScene.js';
import { storedKeys } from './storedKeys.js';

const scene = setScene(launch);

/** Chromium not by Playwright: its pages believe themselves seen, whatever is in front of them. */
function launch(): Promise<Driver> {
  const isChromium = (process.env.FIELD_BROWSER ?? 'chromium') === 'chromium';
  return isChromium ? PuppeteerDriver.launchChromium() : launchDriver();
}

/** Opens a tab in front of the present one; WebKit's driver opens it behind, so that the new tab is the hidden one. */
async function hide(): Promise<void> {
  const tab = await scene.profile.newTab();
  if (tab instanceof PuppeteerTab) await tab.page.bringToFront();
  else scene.tab = tab;
}

/** Makes the present page one that is never idle again, once it has been: nothing else may be waiting for that. */
function makeBusy(): Promise<void> {
  return scene.tab.run(async () => {
    const wait = window.requestIdleCallback ?? setTimeout;
    await new Promise((resolve) => wait(resolve));
    window.requestIdleCallback = () => 0;
  });
}

/** How long after `track()` each step arrived first (ms). */
function delays(): number[] {
  const arrivals = scene.field.proxy.seen.flatMap(({ at, events }) =>
    events.filter(({ n }) => n === 'step').map(({ id, t }) => [id, at - t] as const),
  );
  return [...new Map(arrivals.reverse()).values()];
}

test('16. an event that is tracked in a background tab is sent at once', async () => {
  const { field } = scene;
  if (scene.driver.name === 'webkit') await hide();
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  if (scene.driver.name !== 'webkit') await hide();
  await eventually(() => scene.tab.run(() => document.visibilityState)).toBe('hidden');
  await makeBusy();
  for (let i = 1; i <= 3; i++) {
    await scene.tab.run((n) => void window.reftally?.track('step', { n }), i);
    await eventually(() => delays().length).toBe(i);
  }
  // What waited for a throttled timer would take up to a second, nearly every time; one of three may meet a busy machine.
  expect(delays().sort((a, b) => a - b)[1]).toBeLessThan(500);
  await eventually(() => field.counted('custom').length).toBe(3);
});

test('16. what waits for the page to be idle is sent as soon as the tab goes to the background', async (context) => {
  const { tab, field } = scene;
  if (!(tab instanceof PuppeteerTab))
    return notPossible(context, 'its driver puts no tab in front of another');
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  await makeBusy();
  await tab.run(() => void window.reftally?.track('step', { n: 1 }));
  await hide();
  await eventually(() => field.counted('custom').length).toBe(1);
});

test('16. frozen with a request under way and events behind it, then resumed: nothing is lost, nothing twice', async (context) => {
  const { tab, field, driver } = scene;
  if (!(tab instanceof PuppeteerTab) || driver.name !== 'chromium')
    return notPossible(context, 'its driver freezes no page');
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  field.proxy.next.push({ kind: 'delay', ms: 600 }, { kind: 'drop-reply' });
  await tab.run(() => {
    for (let n = 0; n < 5; n++) void window.reftally?.track('step', { n });
    void window.reftally?.flush();
    void window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
  });
  const session = await tab.page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await tab.page.bringToFront();
  await eventually(() => storedKeys(tab)).toEqual(['_rt']);
  expect(field.counted('custom')).toHaveLength(5);
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 1 });
});
