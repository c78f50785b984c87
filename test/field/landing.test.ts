import { expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';

const scene = setScene();

/** What the cookie and its copy in localStorage hold. */
async function remembered() {
  const cookies = await scene.profile.cookies();
  return {
    cookies: cookies.map(({ name, value }) => `${name}=${value}`),
    copy: await scene.tab.run(() => localStorage.getItem('_rt')),
  };
}

/** The codes that each counted pageview knew of. */
function codesCounted(): string[][] {
  return scene.field.counted('pageview').map(({ touches }) => touches.map(({ code }) => code));
}

test('1. ?ref=bob: cookie and localStorage written, the pageview carries bob, the next page too, byte-exact after a reload', async () => {
  const { tab, field } = scene;
  const { shop } = field;
  await land(scene, `${shop.origin()}/?ref=bob`);
  const written = await remembered();
  expect(written).toEqual({ cookies: [`_rt=${written.copy}`], copy: expect.stringMatching(/bob/) });
  expect(Buffer.byteLength(written.copy ?? '')).toBeLessThanOrEqual(200);
  await tab.run(() => document.getElementById('next')?.click());
  await eventually(codesCounted).toEqual([['bob'], ['bob']]);
  await eventually(() => queuedKeys(tab)).toEqual([]);
  const [landing, next] = field.counted('pageview');
  expect([landing?.url, next?.url]).toEqual([`${shop.origin()}/`, `${shop.origin()}/next`]);
  expect(next?.visitor).toBe(landing?.visitor);
  await tab.reload();
  await land(scene, `${shop.origin()}/third`);
  expect(await remembered()).toEqual(written);
  expect(await field.totalsOf('bob')).toMatchObject({ clicks: 1, visitors: 1, pageviews: 3 });
});

/** A visit, the codes that its pageview knew of, and the names and domains of the cookies that the page has then. */
type Landing = [host: string, path: string, codes: string[], cookie: string[]];

async function expectLandings(...visits: Landing[]): Promise<void> {
  const { shop } = scene.field;
  for (const [host, path, , cookie] of visits) {
    await land(scene, shop.origin(host) + path);
    // Not those of earlier pages, which some browsers tell along with them.
    const kept = (await scene.profile.cookies()).map(({ name, domain }) => `${name} ${domain}`);
    const all = visits.flatMap(([, , , names]) => names);
    expect(kept.filter((name) => cookie.includes(name) || !all.includes(name))).toEqual(cookie);
  }
  expect(codesCounted()).toEqual(visits.map(([, , codes]) => codes));
}

test('2. a.shop.co.uk shares the code with b.shop.co.uk, x.herokuapp.com not with y.herokuapp.com; localhost works; no probe stays', async () => {
  await expectLandings(
    ['a.shop.co.uk', '/?ref=bob', ['bob'], ['_rt .shop.co.uk']],
    ['b.shop.co.uk', '/', ['bob'], ['_rt .shop.co.uk']],
    ['x.herokuapp.com', '/?ref=eve', ['eve'], ['_rt .x.herokuapp.com']],
    ['y.herokuapp.com', '/', [], []],
    ['localhost', '/?ref=bob', ['bob'], ['_rt localhost']],
    ['localhost', '/again', ['bob'], ['_rt localhost']],
  );
});

// WebKit takes a part of an address for a domain.
(process.env.FIELD_BROWSER === 'webkit' ? test.fails : test)(
  '2. an IP works, and keeps its cookie to itself',
  async () => {
    await expectLandings(
      ['127.0.0.1', '/?ref=bob', ['bob'], ['_rt 127.0.0.1']],
      ['127.0.0.1', '/again', ['bob'], ['_rt 127.0.0.1']],
    );
  },
);

test('3. first and latest touch are kept apart; the same code twice is one visit', async () => {
  const { field } = scene;
  for (const code of ['bob', 'bob', 'eve', 'third']) await land(scene, `${field.shop.origin()}/?ref=${code}`);
  expect(codesCounted()).toEqual([['bob'], ['bob'], ['bob', 'eve'], ['bob', 'third']]);
  const [first, ...later] = field.counted('pageview');
  for (const event of later) {
    expect(event.visitor).toBe(first?.visitor);
    // By the collector's clock, which takes the way from the browser for time: within a second.
    expect(Math.abs((event.touches[0]?.at ?? 0) - (first?.touches[0]?.at ?? 0))).toBeLessThan(1000);
  }
  expect(await field.totalsOf('bob')).toMatchObject({ clicks: 1, visitors: 1 });
  expect(await field.totalsOf('eve')).toMatchObject({ clicks: 1 });
});

test.each([
  ['a code of 64 characters', `?ref=${'a'.repeat(64)}`, 'a'.repeat(64)],
  ['a code of 65 characters', `?ref=${'a'.repeat(65)}`, undefined],
  ['markup', '?ref=%3Cscript%3Ealert(1)%3C/script%3E', undefined],
  ['broken percent signs', '?ref=%E0%A4%A&x=%', undefined],
  ['a semicolon', '?ref=eve;%20path=/', undefined],
  ['nothing', '?ref=', undefined],
  ['a parameter twice', '?ref=eve&ref=third', 'eve'],
  ['the other parameter', '?via=eve', 'eve'],
  ['the hash', '#ref=eve', 'eve'],
  ['query and hash', '?ref=eve#ref=third', 'eve'],
  ['what a blog appends', '?ref=blog.example.com', undefined],
])('3. %s in the address', async (_what, query, code) => {
  await land(scene, `${scene.field.shop.origin()}/?ref=bob`);
  const { copy } = await remembered();
  await land(scene, `${scene.field.shop.origin()}/${query}`);
  expect(codesCounted()).toEqual([['bob'], code ? ['bob', code] : ['bob']]);
  if (!code) expect((await remembered()).copy).toBe(copy);
});

/** Lands with a code and buys at once, on a page whose storage is not what it should be. */
async function buyAt(url: string): Promise<void> {
  await scene.tab.open(url);
  await eventually(() => scene.field.counted('purchase').length).toBe(1);
  await eventually(() => scene.field.counted('pageview').length).toBe(1);
  const [purchase] = scene.field.counted('purchase');
  expect(purchase?.touches.map(({ code }) => code)).toEqual(['bob']);
  expect(await scene.field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 1 });
}

const BUY = `<script>addEventListener('DOMContentLoaded', () =>
  reftally.track('purchase', { orderId: 'A1', amount: '49.90', currency: 'EUR' }))</script>`;

test('4. a sandboxed frame: events are delivered, no page error', async () => {
  const { shop } = scene.field;
  shop.before = BUY;
  const html = '<!doctype html><iframe sandbox="allow-scripts" src="/inside?ref=bob"></iframe>';
  shop.pages.set('/frame', { html });
  await buyAt(`${shop.origin()}/frame`);
});

const overrides = {
  throwing: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`,
  null: `Object.defineProperty(window, 'localStorage', { value: null })`,
  full: `for (let size = 1 << 20; size; ) {
    try { localStorage.setItem('host' + localStorage.length, '.'.repeat(size)) } catch { size >>= 1 }
  }`,
  'throwing, and so are cookies': `for (const [object, name] of [[window, 'localStorage'], [document, 'cookie']]) {
    const no = () => { throw new DOMException('no', 'SecurityError') };
    Object.defineProperty(object, name, { get: no, set: no });
  }`,
};

test.each(Object.entries(overrides))(
  '4. localStorage is %s: events are delivered, no page error',
  async (_what, script) => {
    const { shop } = scene.field;
    shop.before = `<script>${script}</script>${BUY}`;
    await buyAt(`${shop.origin()}/?ref=bob`);
  },
);

test('5. on plain http, without randomUUID and locks, ids are valid and unique; the cookie is not Secure', async () => {
  const { tab, field, profile } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  const api = await tab.run(() => [isSecureContext, typeof crypto.randomUUID, typeof navigator.locks]);
  expect(api).toEqual([false, 'undefined', 'undefined']);
  await tab.run(() => {
    for (let i = 0; i < 40; i++) window.reftally?.track('step', { i });
  });
  await eventually(() => field.counted('custom').length).toBe(40);
  const ids = [...field.counted('custom'), ...field.counted('pageview')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(41);
  const uuid7 = /^[\da-f]{12}7[\da-f]{3}8[\da-f]{15}$/;
  expect([...ids, field.counted('pageview')[0]?.visitor].filter((id) => !uuid7.test(id ?? ''))).toEqual([]);
  expect(await profile.cookies()).toMatchObject([{ name: '_rt', secure: false, sameSite: 'Lax' }]);
});

test('5. on https the cookie is Secure', async () => {
  const { shop, proxy } = scene.field;
  shop.scriptUrl = `https://collector.test:${proxy.securePort}/r.js`;
  await land(scene, `${shop.origin('shop.test', 'https')}/?ref=bob`);
  expect(await scene.profile.cookies()).toMatchObject([{ name: '_rt', secure: true, sameSite: 'Lax' }]);
});
