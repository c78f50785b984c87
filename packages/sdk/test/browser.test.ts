import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Reftally } from '../src/Reftally.js';
import { answer, type Collector, launch, slow, startCollector, startShop, until } from './world.js';

declare const reftally: Reftally;

let browser: Browser;
let shop: { origin: string; close(): void };
let collector: Collector;
let context: BrowserContext;
let page: Page;
let attributes: string;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  attributes = '';
  complaints = [];
  collector = await startCollector();
  shop = await startShop(
    () => `<script src="${collector.origin}/r.js" data-site="pk_1" ${attributes}></script>`,
  );
  context = await browser.newContext();
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await context.close();
  shop.close();
  collector.close();
  expect(complaints).toEqual([]);
});

const order = (orderId: string) => ({ orderId, amount: '49.99' as const, currency: 'EUR' });
const cookies = async (): Promise<string[]> => (await context.cookies()).map(({ name }) => name);
const storedKeys = (): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).sort());
const pageviews = (count: number) =>
  until(`${count} pageviews`, () => collector.events('pageview').length >= count);

test('a landing with a code is remembered, and told with every event since', async () => {
  await page.goto(`${shop.origin}/?ref=bob&token=secret#hash`);
  await pageviews(1);
  await page.click('#next');
  await pageviews(2);
  const [landing, next] = collector.events('pageview');
  expect(landing).toMatchObject({ u: `${shop.origin}/`, p: { webdriver: true } });
  expect(next).toMatchObject({ u: `${shop.origin}/next`, r: `${shop.origin}/` });
  expect(landing?.a?.t).toEqual([['bob', expect.any(Number)]]);
  expect(next?.a).toEqual(landing?.a);
  expect(landing?.a?.v).toMatch(/^[\da-f]{12}7[\da-f]{3}8[\da-f]{15}$/);
  expect(await cookies()).toEqual(['_rt']);
  await until('an empty queue', async () => (await storedKeys()).join() === '_rt');
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ sameSite: 'Lax', secure: false, path: '/' });
  expect(await page.evaluate(() => localStorage.getItem('_rt'))).toBe(cookie?.value);
  expect(JSON.stringify(collector.seen)).not.toMatch(/secret|hash/);
});

test('requests are simple: POST, text/plain, no preflight, no cookies, the wire format', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  const [request] = collector.seen;
  expect(collector.seen.map(({ method }) => method)).toEqual(['POST']);
  expect(request).toMatchObject({ type: 'text/plain;charset=UTF-8', cookie: '' });
  expect(JSON.parse(request?.body ?? '')).toMatchObject({
    v: 1,
    k: 'pk_1',
    s: expect.any(Number),
    e: [{ n: 'pageview' }],
  });
});

test('a code again is the same visit; another code moves the latest touch only', async () => {
  for (const [i, code] of ['bob', 'bob', 'eve'].entries()) {
    await page.goto('about:blank');
    await page.goto(`${shop.origin}/?ref=${code}`);
    await pageviews(i + 1);
  }
  const [first, second, third] = collector.events('pageview').map(({ a }) => a);
  expect(second).toEqual(first);
  expect(third?.v).toBe(first?.v);
  expect(third?.t).toEqual([...(first?.t ?? []), ['eve', expect.any(Number)]]);
});

test('a reload is nothing new: no pageview, no request; the same path opened again is one', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  // A reload before the answer is there would rightly send the same event again.
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('_rq.')));
  for (let i = 0; i < 3; i++) await page.reload();
  await page.waitForTimeout(1200);
  expect(collector.seen).toHaveLength(1);
  await page.goto(`${shop.origin}/?x=1`);
  await pageviews(2);
  expect(collector.events('pageview')[1]?.a).toEqual(collector.events('pageview')[0]?.a);
});

const COUNT = () => {
  const seen: { [name: string]: number } = {};
  Object.assign(window, { seen });
  const count = (name: string) => {
    seen[name] = (seen[name] ?? 0) + 1;
  };
  const watch = (object: object, name: string) => {
    const own = Object.getOwnPropertyDescriptor(object, name) ?? {};
    for (const way of ['get', 'set', 'value'] as const) {
      const original = own[way] as ((...args: unknown[]) => unknown) | undefined;
      if (typeof original !== 'function') continue;
      own[way] = function (this: unknown, ...args: unknown[]) {
        count(`${name}:${way}`);
        return original.apply(this, args);
      };
    }
    Object.defineProperty(object, name, own);
  };
  watch(Document.prototype, 'cookie');
  watch(window, 'localStorage');
  watch(window, 'fetch');
  watch(window, 'setInterval');
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof add>) {
    count(`on:${args[0]}`);
    return add.apply(this, args);
  } as typeof add;
  // Idle comes when the test says so.
  const idle: (() => void)[] = [];
  Object.assign(window, { idle, requestIdleCallback: (run: () => void) => idle.push(run) });
};
const seen = () =>
  page.evaluate(() => ({ ...(window as unknown as { seen: { [name: string]: number } }).seen }));
const idle = () =>
  page.evaluate(() => {
    for (const run of (window as unknown as { idle: (() => void)[] }).idle.splice(0)) run();
  });

test('a page without a code: no cookie, storage or network before idle, one cookie read a page, no trace at all', async () => {
  await page.addInitScript(COUNT);
  await page.goto(shop.origin);
  const before = await seen();
  expect(Object.keys(before).filter((name) => !name.startsWith('on:'))).toEqual([]);
  expect(Object.keys(before)).not.toContain('on:unload');
  expect(Object.keys(before)).not.toContain('on:beforeunload');
  await idle();
  await pageviews(1);
  await page.evaluate(() => history.pushState(null, '', '/other'));
  await idle();
  await pageviews(2);
  const after = await seen();
  expect(after).toMatchObject({ 'cookie:get': 1, 'fetch:value': 2 });
  expect(after).not.toHaveProperty('cookie:set');
  expect(after).not.toHaveProperty('setInterval:value');
  expect(await cookies()).toEqual([]);
  expect(await storedKeys()).toEqual([]);
  expect(collector.events()[0]?.a).toEqual({ t: [] });
});

test('a page with a code is idle before it touches anything, and reads the cookie once, too', async () => {
  await page.addInitScript(COUNT);
  await page.goto(`${shop.origin}/?ref=bob`);
  expect(Object.keys(await seen()).filter((name) => !name.startsWith('on:'))).toEqual([]);
  await idle();
  await pageviews(1);
  expect(await page.evaluate(() => reftally.referral()?.code)).toBe('bob');
  expect(await seen()).toMatchObject({ 'cookie:get': 1 });
  await context.clearCookies();
});

test.each(['location.href in the same task', 'a link', 'a form'])(
  'a purchase survives %s, 300 ms away',
  async (way) => {
    await page.goto(`${shop.origin}/?ref=bob`);
    await slow(context, page);
    await page.evaluate(
      ([how, props]) => {
        reftally.track('purchase', props);
        if (how === 'a link') document.querySelector('a')?.click();
        else if (how === 'a form') document.body.appendChild(document.createElement('form')).submit();
        else location.href = '/plain';
      },
      [way, order('A1')] as const,
    );
    await until('the purchase', () => collector.events('purchase')[0]);
    await pageviews(1);
    expect(collector.events('purchase')).toHaveLength(1);
  },
);

test('a purchase survives closing the tab; a timer does not', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  await slow(context, page);
  await page.evaluate(
    ([props, url]) => {
      addEventListener('pagehide', () =>
        setTimeout(() => fetch(url, { method: 'POST', body: '{"e":[{"n":"control"}]}' }), 250),
      );
      reftally.track('purchase', props);
    },
    [order('A1'), collector.origin] as const,
  );
  await page.close({ runBeforeUnload: true });
  await until('the purchase', () => collector.events('purchase')[0]);
  expect(collector.events('control')).toEqual([]);
});

test('bought offline, tab closed, opened again online: arrives once with its id and time', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  await context.setOffline(true);
  const before = Date.now();
  const result = await page.evaluate((props) => reftally.track('purchase', props), order('A1'));
  expect(result.status).toBe('queued');
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 60_000;
  });
  await page.goto(`${shop.origin}/next`);
  await until('the purchase', () => collector.events('purchase')[0]);
  await until('an empty queue', async () => (await storedKeys()).join() === '_rt');
  // The closing tab's own last try may get through as well: the id is the same, so it counts once.
  const [purchase] = collector.events('purchase');
  expect(new Set(collector.events('purchase').map(({ id }) => id))).toEqual(new Set([result.id]));
  expect((purchase?.t ?? 0) - before).toBeLessThan(30_000);
  expect(purchase?.a?.t[0]?.[0]).toBe('bob');
}, 15_000);

test('503, then a dropped reply, then 200: the same id each time, acknowledged at last', async () => {
  collector.next.push(answer(503), (response) => response.destroy());
  await page.addInitScript(() => {
    Math.random = () => 0.05;
  });
  await page.goto(`${shop.origin}/?ref=bob`);
  await until('three requests', () => collector.seen.length >= 3);
  await until('an empty queue', async () => (await storedKeys()).join() === '_rt');
  expect(new Set(collector.events().map(({ id }) => id)).size).toBe(1);
  expect(new Set(collector.events().map(({ t }) => t)).size).toBe(1);
});

test('an answer is what track() resolves with, and names the partner', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  const track = () => page.evaluate((props) => reftally.track('purchase', props), order('A1'));
  const first = await track();
  expect(first).toMatchObject({ status: 'accepted', partner: 'p1' });
  await page.reload();
  expect(await track()).toMatchObject({ id: first.id, status: 'duplicate' });
  expect(await page.evaluate(() => reftally.referral())).toMatchObject({ code: 'bob', partner: 'p1' });
});

test('a client that blocks the collector sees three tries, no error, no growth; online starts again', async () => {
  let tries = 0;
  await context.route(`${collector.origin}/e`, (route) => {
    tries++;
    return route.abort('blockedbyclient');
  });
  await page.addInitScript(() => {
    Math.random = () => 0.01;
  });
  await page.goto(`${shop.origin}/?ref=bob`);
  await until('three tries', () => tries === 3);
  const results = await page.evaluate(async (props) => {
    await reftally.flush();
    return props;
  }, order('A1'));
  expect(results.orderId).toBe('A1');
  await until('a fourth by flush()', () => tries >= 4);
  await context.unroute(`${collector.origin}/e`);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await pageviews(1);
});

test('blocked storage: events are delivered from memory, from a sandboxed frame', async () => {
  await page.goto(`${shop.origin}/frame`);
  await pageviews(1);
  expect(collector.events('pageview')[0]).toMatchObject({ a: { t: [['bob', expect.any(Number)]] } });
});

test('single pages: push, same path, replace and push, query only, back', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  await page.evaluate(() => {
    history.replaceState(null, '', '/?q=1');
    history.pushState(null, '', '/a');
    history.replaceState(null, '', '/a');
    history.pushState(null, '', '/a?page=2');
    history.pushState(null, '', '/b?ref=eve');
  });
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('popstate', () => setTimeout(resolve, 50));
        history.go(-2);
      }),
  );
  await until('four pages', () => collector.events('pageview').length >= 4);
  const paths = collector.events('pageview').map(({ u }) => u?.replace(shop.origin, ''));
  expect(paths).toEqual(['/', '/a', '/b', '/a']);
  expect(collector.events('pageview')[3]?.a?.t.map(([code]) => code)).toEqual(['bob', 'eve']);
});

test('back from the back/forward cache counts once more, and the page stays eligible', async () => {
  await page.goto(`${shop.origin}/`);
  await pageviews(1);
  await page.goto(`${shop.origin}/plain`);
  await page.evaluate(() => history.back());
  await pageviews(2);
  expect(collector.events('pageview').map(({ u }) => u)).toEqual([`${shop.origin}/`, `${shop.origin}/`]);
  expect(new Set(collector.events('pageview').map(({ id }) => id)).size).toBe(2);
});

test('pending stores and sends nothing; granted replays; denied purges and is inert', async () => {
  attributes = 'data-consent="pending"';
  await page.goto(`${shop.origin}/?ref=bob`);
  await page.evaluate(() => history.pushState(null, '', '/a'));
  expect(await page.evaluate(() => reftally.referral()?.code)).toBe('bob');
  await page.waitForTimeout(1200);
  expect([collector.seen.length, await cookies(), await storedKeys()]).toEqual([0, [], []]);
  const granted = Date.now();
  await page.evaluate(() => reftally.consent('granted'));
  await pageviews(2);
  const [landing] = collector.events('pageview');
  expect(granted - (landing?.t ?? granted)).toBeGreaterThan(1000);
  expect(landing?.a?.t[0]?.[0]).toBe('bob');
  expect(await cookies()).toEqual(['_rt']);
  const requests = collector.seen.length;
  const after = await page.evaluate((props) => {
    reftally.consent('denied');
    return reftally.track('purchase', props);
  }, order('A1'));
  expect(after).toMatchObject({ status: 'refused', reason: 'denied' });
  await page.waitForTimeout(100);
  expect([collector.seen.length, await cookies(), await storedKeys()]).toEqual([requests, [], []]);
});

test.each([
  ['goes away', () => location.reload(), true],
  ['moves on', () => history.pushState(null, '', '/b'), true],
  ['says no once more', () => reftally.consent('denied'), false],
  ['opts out', () => reftally.optOut(), false],
] as const)('what another tab stored after a no: a tab under that no %s', async (_what, act, stays) => {
  await page.goto(`${shop.origin}/`);
  await page.evaluate(() => reftally.consent('denied'));
  await page.waitForTimeout(100);
  const other = await page.context().newPage();
  await other.goto(`${shop.origin}/?ref=bob`);
  await expect.poll(() => other.evaluate(() => localStorage.getItem('_rt'))).toContain('bob');
  await page.evaluate(act);
  await page.waitForTimeout(1200);
  const kept = await other.evaluate(() => localStorage.getItem('_rt'));
  expect(kept !== null).toBe(stays);
});

test('an opt-out outlives reloads and wins over consent', async () => {
  await page.goto(`${shop.origin}/?ref=bob`);
  await pageviews(1);
  await page.evaluate(() => reftally.optOut());
  await page.reload();
  await page.evaluate(() => reftally.consent('granted'));
  await page.waitForTimeout(1200);
  expect([collector.seen.length, await cookies(), await storedKeys()]).toEqual([1, [], ['_rt.out']]);
});

test.each([
  ['', 1, []],
  ['data-gpc="deny"', 0, []],
  ['data-gpc="ignore"', 1, ['_rt']],
] as const)('Global Privacy Control, %s', async (attribute, requests, kept) => {
  attributes = attribute;
  await page.addInitScript(() => Object.assign(Navigator.prototype, { globalPrivacyControl: true }));
  await page.goto(`${shop.origin}/?ref=bob`);
  await page.waitForTimeout(requests ? 0 : 1200);
  await until('its requests', () => collector.seen.length === requests);
  expect(await cookies()).toEqual([...kept]);
  if (!attribute) expect(collector.events()[0]?.a).toEqual({ t: [['bob', expect.any(Number)]] });
});

test('links to listed hosts carry the code, others do not', async () => {
  attributes = 'data-link-hosts="shop.test, www.pay.test"';
  await page.goto(`${shop.origin}/?ref=bob`);
  const hrefs = await page.evaluate(() =>
    ['https://www.pay.test/x?a=%20b#c', 'https://other.test/', 'https://shop.test/?ref=own'].map((href) => {
      const link = Object.assign(document.createElement('a'), { href });
      document.body.append(link);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      return link.href;
    }),
  );
  expect(hrefs).toEqual([
    'https://www.pay.test/x?a=%20b&ref=bob#c',
    'https://other.test/',
    'https://shop.test/?ref=own',
  ]);
});

test('the registrable domain holds the cookie: shared below it, not below a public suffix', async () => {
  const port = new URL(shop.origin).port;
  const visit = async (host: string) => {
    await page.goto(`http://${host.replace(/(?=\/|$)/, `:${port}`)}`);
    return page.evaluate(() => reftally.referral()?.code);
  };
  await visit('a.shop.co.uk/?ref=bob');
  await visit('x.herokuapp.com/?ref=eve');
  expect(await visit('b.shop.co.uk')).toBe('bob');
  expect(await visit('y.herokuapp.com')).toBeUndefined();
  const held = (await context.cookies()).map(({ name, domain }) => `${name} ${domain}`);
  expect(held.sort()).toEqual(['_rt .shop.co.uk', '_rt .x.herokuapp.com']);
});
