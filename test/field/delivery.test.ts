import { expect, test } from 'vitest';
import { ChromiumProfile } from './drive/ChromiumProfile.js';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { notPossible } from './notPossible.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';
import type { Fault } from './world/Fault.js';

const scene = setScene();

/** Buys on the present page, without waiting for what becomes of it. */
function buy(orderId: string): Promise<void> {
  return scene.tab.run((id) => {
    window.reftally?.track('purchase', { orderId: id, amount: '49.90', currency: 'EUR' });
  }, orderId);
}

/** Waits a while in which nothing may happen. */
function idle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const answer = (status: number, headers = {}): Fault => ({ kind: 'answer', status, headers });

test.each<[string, Fault[], number]>([
  ['503', [answer(503)], 0],
  ['500, 502, 503', [500, 502, 503].map((status) => answer(status)), 0],
  ['408 and 425', [answer(408), answer(425)], 0],
  ['429 with Retry-After: 3', [answer(429, { 'Retry-After': '3' })], 3000],
  ['a reset connection', [{ kind: 'reset' }], 0],
  ['a dropped reply', [{ kind: 'drop-reply' }], 0],
  ['a dropped reply, twice', [{ kind: 'drop-reply' }, { kind: 'drop-reply' }], 0],
])('8. %s, then it works: the same id is sent again, and counted once', async (_what, faults, pause) => {
  const { field, tab } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  const before = field.proxy.seen.length;
  field.proxy.next.push(...faults);
  await buy('A1');
  await eventually(() => field.proxy.seen.length - before).toBeGreaterThan(faults.length);
  await eventually(() => queuedKeys(tab)).toEqual([]);
  const tries = field.proxy.seen.slice(before);
  expect(new Set(tries.flatMap(({ events }) => events.map(({ id, t }) => `${id} ${t}`))).size).toBe(1);
  expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(pause);
  expect(field.counted('purchase')).toHaveLength(1);
  expect(await field.totalsOf('bob')).toMatchObject({
    purchases: 1,
    pageviews: 1,
    revenue: [{ currency: 'EUR', minor: 4990 }],
  });
});

test.each([400, 413, 422])('10. %i for a batch with one bad event: the others arrive', async (status) => {
  const { field, tab } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  field.proxy.rule = ({ body }) => (body.includes('poison') ? answer(status) : undefined);
  const results = await tab.run(() =>
    Promise.all(
      [...Array(10).keys()].map((i) =>
        window.reftally?.track('step', { i, what: i === 4 ? 'poison' : 'fine' }),
      ),
    ),
  );
  expect(results.map((result) => result?.status)).toEqual(
    [...Array(10).keys()].map((i) => (i === 4 ? 'invalid' : 'accepted')),
  );
  const counted = field.counted('custom').map(({ props }) => props?.i);
  expect(counted.sort()).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
  expect(await queuedKeys(tab)).toEqual([]);
});

/** Buys twice, and waits long enough for a retry; what the collector refuses as a whole must end after one request. */
async function expectToStop(url: string): Promise<void> {
  const { field, tab } = scene;
  scene.mayNotice = /console\.warn: .*\[reftally\]/;
  await tab.open(url);
  await eventually(() => field.proxy.seen.length).toBe(1);
  await eventually(() => field.shop.complaints.length).toBe(1);
  expect(await queuedKeys(tab)).toEqual([]);
  await buy('A1');
  await tab.run(() => {
    dispatchEvent(new Event('online'));
    history.pushState(null, '', '/elsewhere');
  });
  await idle(2500);
  expect([field.proxy.seen.length, field.shop.complaints.length]).toEqual([1, 1]);
  expect(field.outcomes()).toEqual([]);
}

test.each([404, 410])('10. %i: the script stops, and says so once', async (status) => {
  scene.field.proxy.rule = () => answer(status);
  await expectToStop(`${scene.field.shop.origin()}/?ref=bob`);
});

test('10. a site key that the collector does not know (401): the script stops, and says so once', async () => {
  scene.field.shop.siteKey = 'rt_pub_nobodys';
  await expectToStop(`${scene.field.shop.origin()}/?ref=bob`);
});

test('10. a shop that is not among the origins of the site (403): the script stops, and says so once', async () => {
  await expectToStop(`${scene.field.shop.origin('elsewhere.test')}/?ref=bob`);
});

test('10. requests blocked by the client: at most three tries, nothing grows, and it all arrives when they no longer are', async (context) => {
  const { field, tab, profile } = scene;
  if (!(profile instanceof ChromiumProfile))
    return notPossible(context, 'its driver cannot make the browser refuse a request');
  field.shop.before = '<script>Math.random = () => 0.05</script>';
  let tries = 0;
  await profile.context.route(`${field.collectorUrl}/e`, (route) => {
    tries++;
    return route.abort('blockedbyclient');
  });
  await tab.open(`${field.shop.origin()}/?ref=bob`);
  await eventually(() => tries).toBe(3);
  for (let i = 0; i < 20; i++) await buy(`A${i}`);
  await idle(3000);
  expect(tries).toBe(3);
  expect(await queuedKeys(tab)).toHaveLength(21);
  await profile.context.unroute(`${field.collectorUrl}/e`);
  await profile.setOffline(true);
  await profile.setOffline(false);
  await eventually(() => queuedKeys(tab)).toEqual([]);
  expect(await field.totalsOf('bob')).toMatchObject({ purchases: 20, pageviews: 1 });
});

test('11. plain text, no preflight, and no cookie even where the collector is on the same host', async () => {
  const { field, tab, profile } = scene;
  // Cookies do not care for ports: the collector would get the shop's, if the script asked for it.
  await land(scene, `${field.shop.origin('collector.test')}/?ref=bob`);
  expect((await profile.cookies()).map(({ name, domain }) => [name, domain])).toEqual([
    ['_rt', '.collector.test'],
  ]);
  const statuses = await tab.run(async () => {
    const reports = [
      window.reftally?.track('signup', { customerId: 'c1' }),
      window.reftally?.track('purchase', { orderId: 'A1', amount: 20, currency: 'EUR' }),
      window.reftally?.track('refund', { refundId: 'R1', orderId: 'A1' }),
      window.reftally?.track('step', { i: 1 }),
    ];
    return (await Promise.all(reports)).map((result) => result?.status);
  });
  expect(statuses).toEqual(Array(4).fill('accepted'));
  const ways = field.proxy.seen.map(({ method, type, cookie }) => [method, type, cookie]);
  expect(new Set(ways.map(String))).toEqual(new Set(['POST,text/plain;charset=UTF-8,']));
});
