import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../src/index.js';

const parcel = {
  name: 'Ada',
  email: 'ada@example.com',
  street: 'Storgata 1',
  postcode: '9008',
  city: 'Tromsø',
};
const secret = 'rt_sig_only-for-this-test';

let shop: RunningShop;
let cookie: string;

beforeAll(async () => {
  shop = await startShop({
    port: 0,
    collectorUrl: 'http://localhost:4800',
    siteKey: 'pk_demo',
    signingSecret: secret,
    coupons: [{ code: 'ALICE10', percent: 10 }],
    clock: () => Date.UTC(2026, 0, 1),
  });
});
afterAll(() => shop.close());

beforeEach(async () => {
  cookie = '';
  const first = await post('/cart/add', { slug: 'aurora-espresso', quantity: '1' });
  cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
});

function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(shop.url + path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
}

/** What the thank-you page of an answer reports. */
async function reportOf(answer: Response): Promise<Record<string, unknown>> {
  const page = await fetch(shop.url + (answer.headers.get('location') ?? ''), { headers: { cookie } });
  const props = /data-props="([^"]*)"/.exec(await page.text())?.[1] ?? '';
  return JSON.parse(props.replaceAll('&quot;', '"'));
}

test.each([
  ['as it is', 'ALICE10', 200, 'Pay €13.41'],
  ['in small letters, with a space', ' alice10', 200, 'Pay €13.41'],
  ['that nobody knows', 'ALICE11', 422, 'No coupon has this code.'],
  ['that is none', '', 200, 'Pay €14.90'],
])('a coupon %s is shown before anything is paid', async (_name, coupon, status, words) => {
  const buttons: Record<string, string>[] = [{ apply: 'coupon' }, ...(coupon === '' ? [] : [{}])];
  for (const button of buttons) {
    const answer = await post('/checkout', { ...parcel, coupon, ...button });
    const page = await answer.text();
    expect([answer.status, page.includes(words), page.includes('value="Storgata 1"')]).toEqual([
      status,
      true,
      true,
    ]);
    await post('/checkout', { coupon: '', apply: 'coupon' });
  }
});

test('what a coupon takes off is paid and reported, and gone with the order', async () => {
  await post('/checkout', { coupon: 'alice10', apply: 'coupon' });
  expect(await reportOf(await post('/checkout', { ...parcel, coupon: 'ALICE10' }))).toMatchObject({
    amount: '13.41',
    coupon: 'ALICE10',
    items: [{ id: 'aurora-espresso', category: 'coffee', quantity: 1, amount: '14.90' }],
  });
  await post('/cart/add', { slug: 'aurora-espresso', quantity: '1' });
  const next = await reportOf(await post('/checkout', parcel));
  expect([next.amount, next.coupon]).toEqual(['14.90', undefined]);
});

test('a coupon can be taken off again', async () => {
  await post('/checkout', { coupon: 'ALICE10', apply: 'coupon' });
  expect(await (await post('/checkout', { coupon: '', apply: 'coupon' })).text()).toContain('Pay €14.90');
});

test('applying a coupon does not ask for the address yet', async () => {
  const answer = await post('/checkout', { coupon: 'ALICE10', apply: 'coupon' });
  expect([answer.status, (await answer.text()).includes('aria-invalid')]).toEqual([200, false]);
});

test('the report is signed at the shop’s time, and the secret stays at the shop', async () => {
  const answer = await post('/checkout', parcel);
  expect((await reportOf(answer)).signature).toMatch(/^v1\.1767225600\.\w{24}\.[0-9a-f]{64}$/);
  const page = await fetch(shop.url + answer.headers.get('location'), { headers: { cookie } });
  expect(await page.text()).not.toContain(secret);
});
