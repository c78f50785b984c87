import { expect, test } from 'vitest';
import { ChromiumTab } from './drive/ChromiumTab.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { notPossible } from './notPossible.js';
import { setScene } from './setScene.js';
import { counting } from './world/counting.js';

const scene = setScene();

/** What `counting` leaves on a page. */
interface Counted {
  readonly cost: Readonly<Record<string, number>>;
  readonly costOfStart: Readonly<Record<string, number>>;
  readonly globalsBefore: readonly string[];
}

/** What the script has done until now, what of that while it started, and the globals that it added. */
function counted() {
  return scene.tab.run(() => {
    const { cost, costOfStart, globalsBefore } = window as unknown as Counted;
    const added = Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.includes(name));
    return { total: { ...cost }, start: costOfStart, added };
  });
}

/** What no page may ever see. */
const NEVER = ['interval', 'unload listener'];

test('24. a page without a code: nothing but listeners at the start, then at most one cookie read, and nothing is written', async () => {
  const { field, tab } = scene;
  field.shop.before = `<script>${counting}</script>`;
  await tab.open(`${field.shop.origin()}/`);
  await eventually(() => field.counted('pageview').length).toBe(1);
  const { start, total, added } = await counted();
  const { listener: _, 'DOM query': queries = 0, ...rest } = start;
  expect(rest).toEqual({});
  // Its own tag.
  expect(queries).toBeLessThanOrEqual(1);
  expect(total['cookie read'] ?? 0).toBeLessThanOrEqual(1);
  expect(total).toMatchObject({ network: 1 });
  for (const never of [...NEVER, 'cookie write']) expect(total).not.toHaveProperty([never]);
  expect(added).toEqual(['reftally']);
  expect(await scene.profile.cookies()).toEqual([]);
  expect(await tab.run(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('24. a landing, and all that follows on its page: at most one cookie read, no interval, one global', async () => {
  const { field, tab } = scene;
  field.shop.before = `<script>${counting}</script>`;
  await land(scene, `${field.shop.origin('a.shop.co.uk')}/?ref=bob`);
  await tab.run(async () => {
    await window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
    history.pushState({}, '', '/a?ref=eve');
    history.pushState({}, '', '/b');
    window.reftally?.referral();
    window.reftally?.decorate('https://b.shop.co.uk/');
    await window.reftally?.flush();
  });
  await eventually(() => field.counted('pageview').length).toBe(3);
  const { start, total, added } = await counted();
  expect(start.network).toBeUndefined();
  expect(total['cookie read']).toBe(1);
  // The pageview, the purchase, the two pages: each at most once, and no preflight (see `setScene`).
  expect(total.network).toBeLessThanOrEqual(4);
  for (const never of NEVER) expect(total).not.toHaveProperty([never]);
  expect(added).toEqual(['reftally']);
});

/** Long tasks begin here (ms). */
const LONG = 50;

/** The longest stretch (ms) for which a script kept the page busy, by the browser's own account, on a processor a quarter as fast. */
async function longestRun(url: string, script: RegExp): Promise<number> {
  const { page } = scene.tab as ChromiumTab;
  await page.goto(url);
  await page.waitForTimeout(1500);
  const runs = await page.evaluate(() => (window as unknown as { runs: [string, number][] }).runs);
  return Math.max(0, ...runs.flatMap(([source, ms]) => (script.test(source) ? [ms] : [])));
}

test('24. no long task is the script’s on a processor a quarter as fast', async (context) => {
  const { field, tab } = scene;
  if (!(tab instanceof ChromiumTab))
    return notPossible(context, 'it neither slows its processor down nor accounts for long frames');
  // Or the browser would not say whose it was.
  field.shop.attributes = 'crossorigin';
  field.shop.before = `<script>
    window.runs = [];
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries())
        for (const { sourceURL, duration } of frame.scripts) runs.push([sourceURL, duration]);
    }).observe({ type: 'long-animation-frame', buffered: true });
  </script>`;
  const session = await tab.page.context().newCDPSession(tab.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const origin = field.shop.origin();
  // Other work of this machine only ever adds: what is long by itself is so every time.
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 8 && best >= LONG; i++)
    best = Math.min(best, await longestRun(`${origin}/page${i}?ref=bob`, /\/r\.js/));
  expect(best).toBeLessThan(LONG);

  // The control: what takes long is seen.
  field.shop.before += `<script>setTimeout(() => {
    for (const end = performance.now() + 100; performance.now() < end; );
  }, 100)</script>`;
  expect(await longestRun(`${origin}/busy`, /\/busy/)).toBeGreaterThan(LONG);
});
