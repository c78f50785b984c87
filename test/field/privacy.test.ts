import { expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { setScene } from './setScene.js';
import { storedKeys } from './storedKeys.js';

const scene = setScene();

/** Waits a while in which nothing may happen. */
function idle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What the browser keeps of us: names of cookies, and keys of localStorage. */
async function kept(): Promise<string[]> {
  const cookies = (await scene.profile.cookies()).map(({ name }) => name);
  return [...cookies, ...(await storedKeys(scene.tab))];
}

function buy(orderId: string) {
  return scene.tab.run(
    async (id) => window.reftally?.track('purchase', { orderId: id, amount: '49.90', currency: 'EUR' }),
    orderId,
  );
}

test('21. pending: no cookie, key or request for 5 s and across a page of an application; granted: all of it, with its times and its code', async () => {
  const { field, tab } = scene;
  field.shop.attributes = 'data-consent="pending"';
  const opened = Date.now();
  await tab.open(`${field.shop.origin()}/?ref=bob`);
  await tab.run(() => {
    window.reftally?.track('step', { i: 1 });
    history.pushState({}, '', '/a');
  });
  await idle(5000);
  expect(await kept()).toEqual([]);
  expect(field.proxy.seen).toEqual([]);
  expect(await tab.run(() => window.reftally?.referral()?.code)).toBe('bob');

  const granted = Date.now();
  await tab.run(() => window.reftally?.consent('granted'));
  await eventually(() => field.counted('pageview').length + field.counted('custom').length).toBe(3);
  for (const event of [...field.counted('pageview'), ...field.counted('custom')]) {
    expect(granted - event.at).toBeGreaterThan(2500);
    expect(event.touches).toEqual([{ code: 'bob', at: expect.closeTo(opened, -4) }]);
  }
  expect(
    field
      .counted('pageview')
      .map(({ url }) => new URL(url ?? '').pathname)
      .sort(),
  ).toEqual(['/', '/a']);
  await eventually(kept).toEqual(['_rt', '_rt']);
  expect(await field.totalsOf('bob')).toMatchObject({ clicks: 1, visitors: 1, pageviews: 2 });
});

test('21. denied: everything is purged, later calls do nothing, on the next page neither', async () => {
  const { field, tab } = scene;
  await land(scene, `${field.shop.origin('a.shop.co.uk')}/?ref=bob`);
  field.proxy.isDown = true;
  await tab.run(() => {
    window.reftally?.track('purchase', { orderId: 'A1', amount: 5, currency: 'EUR' });
  });
  expect(await kept()).toHaveLength(3);
  await tab.run(() => window.reftally?.consent('denied'));
  // What the browser was about to send on its own is over by then.
  await idle(1000);
  field.proxy.isDown = false;
  expect(await kept()).toEqual([]);
  const seen = field.proxy.seen.length;
  expect(await buy('A2')).toMatchObject({ status: 'refused', reason: 'denied' });
  await tab.run(() => {
    history.pushState({}, '', '/a?ref=eve');
    dispatchEvent(new Event('online'));
    void window.reftally?.flush();
  });
  await idle(1500);
  expect([await kept(), field.proxy.seen.length]).toEqual([[], seen]);

  field.shop.attributes = 'data-consent="denied"';
  await tab.open(`${field.shop.origin('a.shop.co.uk')}/?ref=bob`);
  expect(await buy('A3')).toMatchObject({ status: 'refused', reason: 'denied' });
  await idle(1500);
  expect([await kept(), field.proxy.seen.length]).toEqual([[], seen]);
  expect(field.counted('purchase')).toEqual([]);
});

const GPC = `<script>Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })</script>`;

test('22. Global Privacy Control: events without an id, the code for this page only, nothing stored', async () => {
  const { field, tab } = scene;
  field.shop.before = GPC;
  await tab.open(`${field.shop.origin()}/?ref=bob`);
  expect(await buy('A1')).toMatchObject({ status: 'accepted' });
  await eventually(() => field.counted('pageview').length).toBe(1);
  for (const event of [...field.counted('pageview'), ...field.counted('purchase')]) {
    expect(event.visitor).toBeUndefined();
    expect(event.touches.map(({ code }) => code)).toEqual(['bob']);
  }
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 1, pageviews: 1 });
  expect(await kept()).toEqual([]);
  await land(scene, `${field.shop.origin()}/next`);
  expect(field.counted('pageview')[1]?.touches).toEqual([]);
  expect(await kept()).toEqual([]);
});

test('22. Global Privacy Control as a no (data-gpc="deny"): nothing at all', async () => {
  const { field } = scene;
  Object.assign(field.shop, { before: GPC, attributes: 'data-gpc="deny"' });
  await scene.tab.open(`${field.shop.origin()}/?ref=bob`);
  await idle(1500);
  expect([await kept(), field.proxy.seen]).toEqual([[], []]);
});

test('22. Global Privacy Control ignored (data-gpc="ignore"): as without it', async () => {
  const { field } = scene;
  Object.assign(field.shop, { before: GPC, attributes: 'data-gpc="ignore"' });
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  expect(field.counted('pageview')).toMatchObject([
    { visitor: expect.any(String), touches: [{ code: 'bob' }] },
  ]);
  expect(await kept()).toEqual(['_rt', '_rt']);
});

test('22. an opt-out outlives reloads and wins over consent', async () => {
  const { field, tab } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  const seen = field.proxy.seen.length;
  await tab.run(() => window.reftally?.optOut());
  const cookies = async () => (await scene.profile.cookies()).length;
  for (let i = 0; i < 2; i++) {
    await tab.reload();
    await tab.run(() => window.reftally?.consent('granted'));
    expect(await buy(`A${i}`)).toMatchObject({ status: 'refused' });
    await idle(1200);
    expect([await cookies(), field.proxy.seen.length]).toEqual([0, seen]);
  }
  // All that is left is that somebody said no.
  expect(await storedKeys(tab)).toHaveLength(1);
  await tab.run(() => window.reftally?.optOut(false));
  expect(await storedKeys(tab)).toEqual([]);
  await land(scene, `${field.shop.origin()}/?ref=eve`);
  expect(await field.totalsOf('eve')).toMatchObject({ clicks: 1 });
});

test('23. neither the query and hash of a page nor those of its referrer leave the browser', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  const html = '<!doctype html><a id="next" href="/checkout?token=SECRET-1&ref=bob#SECRET-2">next</a>';
  shop.pages.set('/account', { html, headers: { 'Referrer-Policy': 'unsafe-url' } });
  await tab.open(`${shop.origin()}/account?session=SECRET-3`);
  await tab.run(() => document.getElementById('next')?.click());
  await eventually(() => field.counted('pageview').length).toBe(1);
  // What there was to tell.
  expect(await tab.run(() => document.referrer + location.href)).toMatch(/SECRET-3.*SECRET-1.*SECRET-2/);
  await buy('A1');
  await tab.run(() => history.pushState({}, '', '/next?card=SECRET-4#SECRET-5'));
  await eventually(() => field.counted('pageview').length).toBe(2);
  expect(field.counted('pageview')[0]).toMatchObject({
    url: `${shop.origin()}/checkout`,
    referrer: `${shop.origin()}/account`,
    touches: [{ code: 'bob' }],
  });
  expect(JSON.stringify([field.proxy.seen, field.outcomes()])).not.toContain('SECRET');
  expect(new Set(field.proxy.seen.map(({ referrer }) => referrer))).toEqual(new Set([`${shop.origin()}/`]));
});
