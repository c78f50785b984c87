import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ChromiumProfile } from './drive/ChromiumProfile.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { notPossible } from './notPossible.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';

const scene = setScene();
const stub = readFileSync(createRequire(import.meta.url).resolve('@reftally/sdk/stub.js'), 'utf8');

/** The steps that the browser sent, by the number that each carries, in their order. */
function steps(): unknown[] {
  return scene.field.proxy.sent('step').map(({ p }) => p?.i);
}

test('18. calls before the script is there run in their order; a ready callback that throws stops nothing', async () => {
  const { field, tab } = scene;
  field.shop.before = `<script>${stub};
    window.told = [];
    for (let i = 0; i < 5; i++) reftally.track('step', { i }).then(({ status }) => told.push(status));
    reftally.ready(() => { throw new Error('a bug of the host page') });
    reftally.ready((it) => told.push(it === window.reftally && it.referral().code));
    reftally.track('step', { i: 5 });
    reftally.track('purchase', { orderId: 'A1', amount: '49.90', currency: 'EUR' });
  </script>`;
  await tab.open(`${field.shop.origin()}/?ref=bob`);
  await eventually(() => field.counted('custom').length).toBe(6);
  expect(steps()).toEqual([0, 1, 2, 3, 4, 5]);
  await eventually(() => tab.run(() => (window as unknown as { told: unknown[] }).told)).toEqual([
    'bob',
    ...Array(5).fill('accepted'),
  ]);
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 1 });
});

test('18. without the script the stub harms nobody', async () => {
  const { field, tab } = scene;
  field.shop.scriptUrl = `${field.collectorUrl}/nowhere.js`;
  field.shop.before = `<script>${stub};
    reftally.track('step', { i: 0 }).then(() => { throw new Error('answered') });
    reftally.consent('denied');
  </script>`;
  // The tag itself fails to load, as the page can see.
  scene.mayNotice = /: error: undefined$/;
  await tab.open(`${field.shop.origin()}/`);
  await tab.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(field.proxy.seen).toEqual([]);
});

test('18. the script twice on a page counts once', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  shop.pages.set('/twice', { html: shop.page(shop.tag() + shop.tag()) });
  await tab.open(`${shop.origin()}/twice?ref=bob`);
  await tab.run(
    (src) =>
      new Promise((resolve) => {
        document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve }));
      }),
    `${shop.scriptUrl}?third`,
  );
  await eventually(() => field.counted('pageview').length).toBe(1);
  await tab.run(() => window.reftally?.flush());
  expect(field.proxy.sent()).toHaveLength(1);
});

/** A page that allows the script, its endpoint and nothing else, and has what it refuses reported. */
function strictPage(connect: string): { html: string; headers: Record<string, string> } {
  const { shop } = scene.field;
  const { origin } = new URL(shop.scriptUrl);
  const policy = [
    `default-src 'none'; img-src data:; script-src ${origin}; connect-src ${connect}`,
    "require-trusted-types-for 'script'; trusted-types 'none'; report-uri /complaint",
  ];
  const html = `<!doctype html><title>Strict</title><link rel="icon" href="data:,">${shop.tag()}<a id="next" href="/plain">next</a>`;
  return { html, headers: { 'Content-Security-Policy': policy.join('; ') } };
}

/** What reaches the page by the browser's own way of telling: the watch is a script that the strict page refuses. */
function listenToBrowser(): string[] {
  const heard: string[] = [];
  if (!(scene.profile instanceof ChromiumProfile)) return heard;
  scene.profile.context.on('weberror', (error) => heard.push(String(error.error())));
  scene.profile.context.on('console', (message) => heard.push(message.text()));
  return heard;
}

test('19. under a strict policy with trusted types, loaded by its integrity hash: no violation', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  const script = await (await fetch(`http://127.0.0.1:${field.proxy.port}/r.js`)).text();
  const hash = createHash('sha384').update(script).digest('base64');
  shop.attributes = `crossorigin="anonymous" integrity="sha384-${hash}" data-link-hosts="b.shop.co.uk"`;
  shop.pages.set('/strict', strictPage(`${field.collectorUrl}/e`));
  const heard = listenToBrowser();
  await land(scene, `${shop.origin()}/strict?ref=bob`);
  const result = await tab.run(async () => {
    const link = Object.assign(document.createElement('a'), { href: 'https://b.shop.co.uk/x' });
    document.body.append(link);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    const bought = await window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
    history.pushState({}, '', '/strict/next');
    await window.reftally?.flush();
    return [link.href, bought?.status];
  });
  expect(result).toEqual(['https://b.shop.co.uk/x?ref=bob', 'accepted']);
  await eventually(() => field.counted('pageview').length).toBe(2);
  expect([heard, shop.complaints]).toEqual([[], []]);
});

test('19. a wrong integrity hash: nothing runs', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  shop.attributes = `crossorigin="anonymous" integrity="sha384-${'A'.repeat(64)}"`;
  scene.mayNotice = /: error: undefined$/;
  await tab.open(`${shop.origin()}/?ref=bob`);
  expect(await tab.run(() => typeof window.reftally)).toBe('undefined');
});

test('19. a policy that refuses the endpoint: the script is silent, and keeps the purchase for a page that may send', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  shop.pages.set('/strict', strictPage("'none'"));
  const heard = listenToBrowser();
  // The browser reports what it refuses; that is all that anybody hears.
  scene.mayNotice = /connect-src/;
  await tab.open(`${shop.origin()}/strict?ref=bob`);
  await tab.run(() => {
    Math.random = () => 0.05;
    window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
  });
  await eventually(() => shop.complaints.length).toBeGreaterThan(0);
  await tab.run(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  // A report of each try.
  expect(shop.complaints.length).toBeLessThanOrEqual(3);
  expect(heard.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
  expect(await queuedKeys(tab)).toHaveLength(2);
  expect(field.proxy.seen).toEqual([]);
  field.passTime(60_000);
  await tab.open(`${shop.origin()}/`);
  await eventually(() => field.counted('purchase').length).toBe(1);
  await eventually(async () => (await field.totalsOf('bob')).pageviews).toBe(2);
});

test('20. one global, nothing on the console, whatever is called', async () => {
  const { field, tab } = scene;
  field.shop.before = `<script>
    window.before = [];
    before.push(...Object.getOwnPropertyNames(window));
  </script>`;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  const added = await tab.run(async () => {
    const it = window.reftally;
    const bad = [
      undefined,
      null,
      0,
      '',
      {},
      [],
      Symbol.iterator,
      () => undefined,
      10n,
    ] as unknown[] as string[];
    for (const value of bad) {
      const calls = [
        it?.track(value),
        it?.track('purchase', value as never),
        it?.track('step', { value } as never),
      ];
      await Promise.race([Promise.all(calls), new Promise((resolve) => setTimeout(resolve, 200))]);
      it?.decorate(value);
      it?.ready(value as never);
    }
    const loop: { self?: unknown } = {};
    loop.self = loop;
    await it?.track('step', loop);
    it?.referral();
    await it?.flush();
    it?.consent('pending');
    it?.consent('granted');
    it?.optOut();
    it?.optOut(false);
    const known = new Set((window as unknown as { before: string[] }).before);
    return Object.getOwnPropertyNames(window).filter((name) => !known.has(name));
  });
  expect(added).toEqual(['reftally']);
  expect(field.shop.complaints).toEqual([]);
});

test('20. on a page that has changed the prototypes of all objects and lists', async (context) => {
  const { field, driver } = scene;
  if (driver.name === 'webkit') return notPossible(context, 'its driver cannot talk to such a page');
  field.shop.before = `<script>
    Array.prototype.toJSON = function () { return 'spoilt' };
    Object.prototype.each = function () {};
  </script>`;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  expect(field.counted('pageview')).toMatchObject([{ touches: [{ code: 'bob' }] }]);
  expect((await scene.profile.cookies()).map(({ name }) => name)).toEqual(['_rt']);
});
