import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hide, openPage, START, settle, show, type TestPage } from './page.js';

const DAY = 864e5;
const order = (orderId: string) => ({ orderId, amount: '49.99' as const, currency: 'EUR' });
const row = (id: string, status = 'accepted') => ({ id, status });
/** The values of the cookies: one, and no probe of its domain. */
const remembered = ({ window }: TestPage) =>
  window.document.cookie.split('; ').map((cookie) => cookie.replace(/^_rt=/, ''));
const idIn = (text: string) => text.split('!')[3];

test.each([
  ['a 400 for a batch with one bad event', 400],
  ['a 413', 413],
  ['a 422', 422],
])('%s costs only the bad one', async (_name, status) => {
  const page = await openPage();
  const { fetch } = page.window as unknown as { fetch: (url: string, init: { body: string }) => unknown };
  Object.assign(page.window, {
    fetch: (url: string, init: { body: string }) => {
      if (init.body.includes('poison')) page.replies.unshift({ status });
      return fetch(url, init);
    },
  });
  const names = ['a', 'b', 'poison', 'c', 'd', 'e'];
  const results = names.map((name) => page.window.reftally.track(name));
  await page.pass(4000);
  const statuses = (await Promise.all(results)).map((result) => result.status);
  expect(statuses).toEqual(['accepted', 'accepted', 'invalid', 'accepted', 'accepted', 'accepted']);
  expect(page.storedEvents()).toEqual([]);
});

test.each([401, 403, 404, 410])('%i stops this page, with one warning', async (status) => {
  const page = await openPage();
  page.replies.push({ status, json: { error: { code: 'origin', message: 'Add https://www.shop.test.' } } });
  await page.pass(2000);
  page.window.reftally.track('purchase', order('A1'));
  await page.pass(60_000);
  expect(page.sent).toHaveLength(1);
  expect(page.warnings).toHaveLength(1);
  expect(JSON.stringify(page.warnings)).toContain('Add https://www.shop.test.');
  expect(page.storedEvents()).toEqual([]);
});

test.each([
  ['seconds', '120', 120_000],
  ['more than five minutes', '3600', 300_000],
])('429 with Retry-After as %s is waited for', async (_name, header, wait) => {
  const page = await openPage();
  page.replies.push({ status: 429, headers: { 'Retry-After': header } });
  await page.pass(wait - 1000);
  page.window.reftally.track('purchase', order('A1'));
  await page.pass(0);
  expect(page.sent).toHaveLength(1);
  await page.pass(2000);
  expect(page.sent).toHaveLength(2);
  expect(page.sent[1]?.map(({ n }) => n)).toEqual(['pageview', 'purchase']);
});

test('retries wait for a random share of 1 s, 2 s, 4 s …, at most five minutes', async () => {
  const page = await openPage();
  page.window.Math.random = () => 0.999;
  page.replies.push(...Array.from({ length: 12 }, () => ({ status: 503 })));
  await page.pass(2_000_000);
  const waits = page.times.map((time, i) => Math.round((time - (page.times[i - 1] ?? time)) / 1000));
  expect(waits.slice(1)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
});

test('a page that some network answered in our place acknowledges nothing', async () => {
  const page = await openPage();
  page.replies.push({ status: 200, json: '<html>' }, { status: 200, json: { r: [] } });
  await page.pass(10_000);
  expect(page.sent).toHaveLength(3);
  expect(new Set(page.sent.flat().map(({ id }) => id)).size).toBe(1);
});

test('requests outlive the page and set no header; after a first loss one goes without keepalive', async () => {
  const page = await openPage();
  page.replies.push({ status: 0 });
  await page.pass(1000);
  const request = {
    url: 'https://c.test/e',
    method: 'POST',
    referrerPolicy: 'strict-origin',
  };
  expect(page.requests).toEqual([
    { ...request, keepalive: true },
    { ...request, keepalive: false },
  ]);
});

test.each(['pagehide', 'visibilitychange'])('%s alone sends what waits, in the handler', async (type) => {
  const page = await openPage({ attributes: 'data-endpoint="/x"' });
  await page.pass(1000);
  page.window.reftally.track('purchase', order('A1'));
  const hidden = type === 'visibilitychange';
  show(page.window, hidden);
  (hidden ? page.window.document : page.window).dispatchEvent(new page.window.Event(type));
  expect(page.sent[1]?.map(({ n }) => n)).toEqual(['purchase']);
  expect(page.requests[1]).toMatchObject({ url: 'https://c.test/x', keepalive: true });
});

test('no answer: track() says queued after 5 s, and at once when the page is hidden', async () => {
  const page = await openPage();
  Object.assign(page.window, { fetch: () => new Promise(() => {}) });
  const first = page.window.reftally.track('purchase', order('A1'));
  await page.pass(5000);
  expect(await first).toMatchObject({ status: 'queued' });
  const second = page.window.reftally.track('purchase', order('A2'));
  hide(page);
  expect(await second).toMatchObject({ status: 'queued' });
  expect(
    page
      .storedEvents()
      .map(({ n }) => n)
      .sort(),
  ).toEqual(['pageview', 'purchase', 'purchase']);
});

test('a page that leaves while it waits for its next try makes one more', async () => {
  const page = await openPage();
  page.window.Math.random = () => 0.999;
  page.replies.push({ status: 503 });
  await page.pass(10);
  page.window.reftally.track('purchase', order('A1'));
  await page.pass(10);
  expect(page.sent).toHaveLength(1);
  hide(page);
  await settle();
  expect(page.sent[1]?.map(({ n }) => n)).toEqual(['pageview', 'purchase']);
});

test('50 events and 64 KB at most wait; pageviews go first, the host page keeps its keys', async () => {
  const page = await openPage({ storage: { theirs: 'x' } });
  Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('offline')) });
  await page.pass(10_000);
  for (let i = 0; i < 30; i++) page.window.reftally.track('purchase', order(`A${i}`));
  for (let i = 0; i < 300; i++) {
    page.time++;
    page.window.reftally.track('pageview');
  }
  hide(page);
  await settle();
  const names = page.storedEvents().map(({ n }) => n);
  expect(names).toHaveLength(50);
  expect(names.filter((name) => name === 'purchase')).toHaveLength(30);
  for (let i = 0; i < 30; i++) page.window.reftally.track('note', { text: 'x'.repeat(5000) });
  hide(page);
  await settle();
  expect(
    page.storedEvents().reduce((sum, event) => sum + JSON.stringify(event).length, 0),
  ).toBeLessThanOrEqual(65536);
  expect(page.window.localStorage.getItem('theirs')).toBe('x');
});

const waiting = (id: string, t: number, n = 'purchase') => ({
  [`_rq.${id}`]: JSON.stringify({ id, n, t, p: {} }),
});

test('events that others left are adopted after 30 s, deleted after 7 days; rubbish is in nobody’s way', async () => {
  const time = START;
  const storage = {
    '_rq.rubbish': '{',
    ...waiting('old', time - 8 * DAY),
    ...waiting('left', time - 31_000),
    ...waiting('young', time - 29_000),
  };
  const page = await openPage({ url: 'https://www.shop.test/', storage, time });
  await page.pass(1000);
  expect(page.sent.flat().map(({ id, n }) => (n === 'pageview' ? n : id))).toEqual(['pageview', 'left']);
  page.window.localStorage.removeItem('_rq.rubbish');
  expect(page.storedEvents().map(({ id }) => id)).toEqual(['young']);
});

test.each([
  ['the cookie is gone', { cookie: false, local: true }],
  ['localStorage is gone', { cookie: true, local: false }],
])('%s: healed from the other', async (_name, { cookie, local }) => {
  const first = await openPage();
  await first.pass(1000);
  const text = first.window.localStorage.getItem('_rt') ?? '';
  expect(text).toMatch(/^1!0!\d+!\w{32}!bob\*\w+$/);
  expect(remembered(first)).toEqual([text]);
  const next = await openPage({
    url: 'https://www.shop.test/next',
    storage: local ? { _rt: text } : {},
    cookie: cookie ? `_rt=${text};domain=shop.test;path=/;secure` : undefined,
  });
  await next.pass(1000);
  expect(next.window.localStorage.getItem('_rt')).toBe(text);
  expect(remembered(next)).toEqual([text]);
  expect(next.sent[0]?.[0]?.a).toEqual(first.sent[0]?.[0]?.a);
});

test('the memory is written once a day at most, and forgotten after data-days', async () => {
  const time = START;
  const { window, pass } = await openPage({ time });
  await pass(1000);
  const text = window.localStorage.getItem('_rt') ?? '';
  const later = (days: number) =>
    openPage({ url: 'https://www.shop.test/', storage: { _rt: text }, time: time + days * DAY });
  const [same, day, gone] = await Promise.all([later(0), later(1), later(91)]);
  for (const page of [same, day, gone]) await page.pass(1000);
  expect(same.window.localStorage.getItem('_rt')).toBe(text);
  expect(day.window.localStorage.getItem('_rt')).not.toBe(text);
  expect(idIn(day.window.localStorage.getItem('_rt') ?? '')).toBe(idIn(text));
  expect(gone.sent[0]?.[0]?.a).toEqual({ t: [] });
});

test('first and latest touch: the same code after half an hour, another one at once', async () => {
  const time = START;
  const a = await openPage({ time });
  await a.pass(1000);
  const visit = async (url: string, at: number, text: string | null) => {
    const page = await openPage({
      url: `https://www.shop.test/${url}`,
      storage: { _rt: text ?? '' },
      time: time + at,
    });
    await page.pass(1000);
    return page.window.localStorage.getItem('_rt');
  };
  const touches = (text: string | null) =>
    (text ?? '')
      .split('!')
      .slice(4)
      .map((touch) => touch.split('*')[0]);
  const first = a.window.localStorage.getItem('_rt');
  // All but the day, which may have become another one by then.
  const told = (text: string | null) => text?.split('!').slice(3);
  expect(told(await visit('?ref=bob', 29 * 60_000, first))).toEqual(told(first));
  const again = await visit('?ref=bob', 31 * 60_000, first);
  expect(touches(again)).toEqual(['bob', 'bob']);
  const eve = await visit('?via=eve', 32 * 60_000, again);
  expect(touches(eve)).toEqual(['bob', 'eve']);
  expect(touches(await visit('?ref=kim', 33 * 60_000, eve))).toEqual(['bob', 'kim']);
  expect((eve ?? '').length).toBeLessThanOrEqual(200);
});

test.each([
  ['?ref=bob', 'bob'],
  ['?via=eve', 'eve'],
  ['?x=1&REF=bob', undefined],
  ['?ref=bob&ref=eve', 'bob'],
  ['#ref=bob', 'bob'],
  ['#/page?ref=bob', 'bob'],
  ['?via=eve#ref=bob', 'eve'],
  ['?ref=news.example.com', undefined],
  ['?ref=news.example.com&via=eve', 'eve'],
  [`?ref=${'x'.repeat(64)}`, 'x'.repeat(64)],
  [`?ref=${'x'.repeat(65)}`, undefined],
  ['?ref=%3Cb%3E', undefined],
  ['?ref=%E0%A4%A', undefined],
  ['?ref=', undefined],
])('the code in %s', async (query, code) => {
  const { window } = await openPage({ url: `https://www.shop.test/${query}` });
  expect(window.reftally.referral()?.code).toBe(code);
});

test.each([
  ['a signup without its customer', 'signup', {}, 'customerId'],
  ['a purchase without its order', 'purchase', { amount: 1, currency: 'EUR' }, 'orderId'],
  ['a refund without its id', 'refund', { orderId: 'A1' }, 'refundId'],
  ['an amount with a comma', 'purchase', { orderId: 'A1', amount: '49,99', currency: 'EUR' }, 'amount'],
  ['an amount with its currency', 'purchase', { orderId: 'A1', amount: '49.99 €' }, 'amount'],
  ['more than 8 KB', 'note', { text: 'é'.repeat(4000) }, 'props'],
  ['what is no JSON', 'note', { big: BigInt(1) }, 'props'],
])('%s is told, not sent', async (_name, name, props, reason) => {
  const { window, sent, pass, storedEvents } = await openPage();
  await pass(1000);
  const track = window.reftally.track as (name: string, props: unknown) => Promise<unknown>;
  expect(await track(name, props)).toMatchObject({ status: 'invalid', reason });
  await pass(1000);
  expect(sent.flat().map(({ n }) => n)).toEqual(['pageview']);
  expect(storedEvents()).toEqual([]);
});

test('what else is wrong with an event the collector says, and it is not sent again', async () => {
  const page = await openPage();
  await page.pass(1000);
  const track = page.window.reftally.track as (name: string, props: unknown) => Promise<unknown>;
  const { fetch } = page.window as unknown as { fetch: (url: string, init: { body: string }) => unknown };
  Object.assign(page.window, {
    fetch: (url: string, init: { body: string }) => {
      const [{ id }] = JSON.parse(init.body).e;
      page.replies.push({ status: 200, json: { r: [{ id, status: 'invalid', reason: 'p.currency: …' }] } });
      return fetch(url, init);
    },
  });
  const told = track('purchase', { orderId: 'A1', amount: '49.99', currency: 'euro' });
  await page.pass(60_000);
  expect(await told).toMatchObject({ status: 'invalid', reason: 'p.currency: …' });
  expect([page.sent.length, page.storedEvents()]).toEqual([2, []]);
});

test('ids of the shop make the id of the event', async () => {
  const page = await openPage();
  const track = page.window.reftally.track as (name: string, props: unknown) => Promise<unknown>;
  track('purchase', { orderId: 7, customerId: 8, amount: 1, currency: 'EUR', items: [{ id: 'a' }] });
  track('refund', { refundId: '7', orderId: '7' });
  track('signup', { customerId: '7' });
  track('signup', { customerId: '8' });
  await page.pass(1000);
  const again = await openPage({ url: 'https://www.shop.test/thanks' });
  again.window.reftally.track('purchase', order('7'));
  await again.pass(1000);
  const [, purchase, ...rest] = page.sent.flat();
  expect(purchase?.p).toMatchObject({ orderId: 7, customerId: 8, items: [{ id: 'a' }] });
  expect(again.sent.flat()[1]?.id).toBe(purchase?.id);
  expect(new Set([purchase, ...rest].map((event) => event?.id)).size).toBe(4);
  expect(purchase?.id).toBe('purchase-7');
});

test('an id of the shop is whole in the id of its event, whatever its length', async () => {
  const page = await openPage();
  const ids = ['x'.repeat(127), 'x'.repeat(128), `y${'x'.repeat(127)}`];
  for (const orderId of ids) page.window.reftally.track('purchase', order(orderId));
  await page.pass(1000);
  const sent = page.sent
    .flat()
    .slice(1)
    .map(({ id }) => id);
  expect(new Set(sent).size).toBe(3);
  for (const [i, id] of ids.entries()) expect(sent[i]?.endsWith(id) && sent[i].length <= 160).toBe(true);
});

test('ids that are made are UUIDv7: by time, and of random bits', async () => {
  const { newId } = await import('../dist/newId.js');
  const ids = Array.from({ length: 2000 }, () => newId(START));
  expect(new Set(ids).size).toBe(2000);
  const time = START.toString(16).padStart(12, '0');
  for (const id of ids) expect(id).toMatch(RegExp(`^${time}7[\\da-f]{3}8[\\da-f]{15}$`));
});

const HOSTILE: [string, (window: Window & typeof globalThis) => void][] = [
  [
    'localStorage throws',
    (window) =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('SecurityError');
        },
      }),
  ],
  ['localStorage is null', (window) => Object.defineProperty(window, 'localStorage', { value: null })],
  [
    'localStorage is full',
    (window) =>
      Object.assign(Object.getPrototypeOf(window.localStorage), {
        setItem: () => {
          throw new Error('QuotaExceededError');
        },
      }),
  ],
  [
    'cookies throw',
    (window) =>
      Object.defineProperty(window.document, 'cookie', {
        get: () => {
          throw new Error('no');
        },
        set: () => {
          throw new Error('no');
        },
      }),
  ],
  [
    'Array.prototype.toJSON',
    (window) => void window.eval('Array.prototype.toJSON = function () { return "broken"; }'),
  ],
  ['Object.prototype is extended', (window) => void window.eval('Object.prototype.extra = function () {}')],
  ['Array.prototype is extended', (window) => void window.eval('Array.prototype.extra = function () {}')],
];
test.each(HOSTILE)('%s: delivered all the same', async (_name, break_) => {
  const page = await openPage({
    before: (window) => break_(window as unknown as Window & typeof globalThis),
  });
  page.window.reftally.track('purchase', { ...order('A1'), items: [{ id: 'a' }] });
  await page.pass(1000);
  const [pageview, purchase] = page.sent.flat();
  expect(pageview?.a?.t).toEqual([['bob', page.time - 1000]]);
  expect(purchase?.p).toMatchObject({ items: [{ id: 'a' }] });
  expect([page.errors, page.warnings]).toEqual([[], []]);
});

test('an extended Object.prototype does not keep the cookie away', async () => {
  const page = await openPage({
    before: (window) => void window.eval('Object.prototype.extra = function () {}'),
  });
  await page.pass(1000);
  expect(page.window.document.cookie).toMatch(/^_rt=1!/);
});

test('calls of the stub run in order, after the pageview; a throwing callback stops nothing; a held stub still works', async () => {
  const stub = String(readFileSync(new URL('../dist/stub.min.js', import.meta.url)));
  const ran: string[] = [];
  let held: { track(name: string): Promise<{ status: string }> } | undefined;
  const page = await openPage({
    before: (window) => {
      window.eval(stub);
      held = (window as unknown as { reftally: typeof held }).reftally;
      Object.assign(window, { ran });
      window.eval(
        'reftally.ready(() => { ran.push("one"); throw new Error("host"); }); reftally.ready(() => ran.push("two"));',
      );
      window.eval('reftally.track("early").then((result) => ran.push(result.status));');
    },
  });
  expect(ran).toEqual(['one', 'two']);
  const late = held?.track('late');
  await page.pass(1000);
  expect(ran).toEqual(['one', 'two', 'accepted']);
  expect((await late)?.status).toBe('accepted');
  expect(page.sent.flat().map(({ n }) => n)).toEqual(['pageview', 'early', 'late']);
  expect(page.sent.flat()[0]?.a?.t[0]?.[0]).toBe('bob');
});

test('a "denied" that waits in the stub comes before anything is stored', async () => {
  const page = await openPage({
    before: (window) => {
      Object.assign(window, { reftally: { q: [['consent', ['denied'], () => {}]] } });
    },
  });
  await page.pass(2000);
  expect([page.sent, page.window.document.cookie, page.window.localStorage.length]).toEqual([[], '', 0]);
});

test('a second copy leaves everything to the first', async () => {
  const page = await openPage();
  const first = page.window.reftally;
  page.window.eval(String(readFileSync(new URL('../dist/r.js', import.meta.url))));
  await page.pass(1000);
  expect(page.window.reftally).toBe(first);
  expect(page.sent.flat()).toHaveLength(1);
});

test.each([
  ['no site', 'data-site=""'],
  ['a pattern that is none', 'data-ignore="("'],
  ['an endpoint that is none', 'data-endpoint="http://["'],
])('%s: one warning, inert', async (_name, attributes) => {
  const page = await openPage({
    before: (window) => {
      const tag = window.document.querySelector('script');
      const [name, value] = attributes.split('=') as [string, string];
      tag?.setAttribute(name, value.slice(1, -1));
    },
  });
  await page.pass(2000);
  expect(page.warnings).toHaveLength(1);
  expect([page.sent, page.errors]).toEqual([[], []]);
});

test('without the Navigation API the history is wrapped: the host sees no difference', async () => {
  const page = await openPage({ attributes: 'data-hash="true"' });
  const { history } = page.window;
  history.replaceState({ a: 1 }, '', '/?q=1');
  history.pushState({ a: 2 }, '', '/a');
  expect(history.state).toEqual({ a: 2 });
  history.pushState(null, '', '/a#/route?ref=eve');
  await page.pass(1000);
  const paths = page.sent.flat().map(({ u }) => u?.replace('https://www.shop.test', ''));
  expect(paths).toEqual(['/', '/a', '/a#/route']);
  expect(page.window.reftally.referral()?.code).toBe('eve');
});

test('a reload is not a new pageview; its code counts, and so does the next page', async () => {
  const page = await openPage({
    before: (window) => void Object.assign(window.performance, { navigation: { type: 1 } }),
  });
  await page.pass(2000);
  expect(page.sent).toEqual([]);
  expect(page.window.reftally.referral()?.code).toBe('bob');
  page.window.history.pushState(null, '', '/next');
  await page.pass(1000);
  expect(page.sent.flat()).toMatchObject([{ n: 'pageview', a: { t: [['bob', START]] } }]);
});

test('a prerendered page is silent until it is seen', async () => {
  const page = await openPage({
    before: (window) =>
      void Object.defineProperty(window.document, 'prerendering', {
        value: true,
        configurable: true,
        writable: true,
      }),
  });
  show(page.window, true);
  page.window.reftally.track('purchase', order('A1'));
  await page.pass(2000);
  expect([page.sent, page.window.document.cookie, page.window.localStorage.length]).toEqual([[], '', 0]);
  Object.assign(page.window.document, { prerendering: false });
  show(page.window, false);
  page.window.document.dispatchEvent(new page.window.Event('visibilitychange'));
  await page.pass(1000);
  expect(page.sent.flat().map(({ n }) => n)).toEqual(['pageview', 'purchase']);
  expect(remembered(page)).toHaveLength(1);
});

test('urlFilter rewrites what is sent, by the name of a global function', async () => {
  const page = await openPage({
    url: 'https://www.shop.test/reset/SECRET',
    attributes: 'data-url-filter="hide"',
    before: (window) =>
      void Object.assign(window, { hide: (url: string) => url.replace(/reset\/.*/, 'reset/-') }),
  });
  await page.pass(1000);
  expect(page.sent.flat()[0]?.u).toBe('https://www.shop.test/reset/-');
});

test('at most 16 KB and 50 events a request, one request at a time', async () => {
  const page = await openPage();
  await page.pass(1000);
  for (let i = 0; i < 6; i++) page.window.reftally.track('note', { text: 'é'.repeat(3000) });
  for (let i = 0; i < 40; i++) page.window.reftally.track('x');
  await page.pass(2000);
  const sizes = page.sent.map((events) => Buffer.byteLength(JSON.stringify(events)));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(16_384);
  expect(page.sent.flat()).toHaveLength(47);
});

test('rows that nobody asked about do no harm', async () => {
  const page = await openPage();
  page.replies.push({ status: 200, json: { r: [row('nobody'), row('_rt', 'invalid')] } });
  await page.pass(5000);
  expect(page.sent.length).toBeGreaterThan(1);
  expect(page.errors).toEqual([]);
});

test('an offer comes with the partner, in the collector’s latest row, and is gone with it', async () => {
  const page = await openPage();
  const { reftally } = page.window;
  const [offer, other] = [{ percent: '10', coupon: 'BOB10' }, { percent: '12.5' }];
  expect(reftally.referral()).toMatchObject({ code: 'bob', partner: undefined, offer: undefined });
  const answers = [{ partner: 'p1', offer }, { partner: 'p1', offer: other }, { partner: 'p1' }];
  for (const told of answers) {
    const result = reftally.track('look');
    const reply = { json: { r: [] as object[] } };
    const { fetch } = page.window as unknown as { fetch: (url: string, init: { body: string }) => unknown };
    Object.assign(page.window, {
      fetch: (url: string, init: { body: string }) => {
        reply.json.r = JSON.parse(init.body).e.map(({ id }: { id: string }) => ({ ...row(id), ...told }));
        page.replies.push({ status: 200, ...reply });
        return fetch(url, init);
      },
    });
    await page.pass(2000);
    Object.assign(page.window, { fetch });
    expect(await result).toMatchObject(told);
    expect(reftally.referral()).toMatchObject({ code: 'bob', offer: undefined, ...told });
  }
});

test.each([
  ['?ref=bob&gclid=CjwKCA', 'gclid'],
  ['?msclkid=1&ref=bob', 'msclkid'],
  ['?wbraid=x', 'wbraid'],
  ['?ref=bob', undefined],
  ['?q=my-gclid', undefined],
  ['?gclid', undefined],
  ['?GCLID=1', undefined],
  // Whatever an address holds, what is told is a name that the collector takes.
  ['?our_gclid=1', 'gclid'],
  ['?a-name-that-is-longer-than-any-othergclid=1', 'rgclid'],
])('a page at %s tells the name of its ad click id, never the id: %s', async (query, name) => {
  const page = await openPage({ url: `https://www.shop.test/${query}` });
  page.window.reftally.track('signup', { customerId: 'c_1' });
  await page.pass(2000);
  expect(page.sent.flat().map(({ n, c }) => [n, c])).toEqual([
    ['pageview', name],
    ['signup', name],
  ]);
  expect(JSON.stringify(page.sent)).not.toMatch(/CjwKCA/);
});
