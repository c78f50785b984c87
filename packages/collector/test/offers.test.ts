import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './runCli.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let key: string;
let alice: string;
let bob: string;
let count = 0;
beforeAll(async () => {
  collector = await testCollector();
  const policy = { commission: [{ on: 'purchase', percent: '20' }], discount: '10' };
  key = (await collector.addSite({ policy })).publicKey;
  alice = (await collector.addPartner('Alice', { code: 'alice' })).id;
  bob = (await collector.addPartner('Bob', { code: 'bob', discount: '12.5' })).id;
  await collector.addPartner('Nora', { code: 'nora', discount: '0' });
});
afterAll(() => collector.close());

const setPartner = (id: string, change: object) => collector.api('PATCH', `/partners/${id}`, change);
const setPolicy = (policy: object) => collector.api('PATCH', '/sites/shop', { policy });
/** The row for an event of a page that came by this code. */
const post = async (n: string, code: string | undefined, p: object = {}): Promise<Json> => {
  count += 1;
  const t = Date.now();
  const a = code === undefined ? {} : { v: `visitor-${count}`, t: [[code, t]] };
  const event = { id: `e-${count}`, n, t, a, p };
  return (await collector.post({ v: 1, k: key, s: t, e: [event] })).json.r[0];
};
const order = (more: object = {}) => ({
  orderId: `o-${count + 1}`,
  amount: '45.00',
  currency: 'EUR',
  ...more,
});
/** The conversion that the last event has become. */
const last = async (query = ''): Promise<Json> =>
  (await collector.api('GET', `/conversions?limit=1${query}`)).json.conversions[0];

describe('an answer brings the offer of the partner who is credited', () => {
  test.each([
    ['the site’s', 'alice', { percent: '10' }],
    ['the partner’s own', 'bob', { percent: '12.5' }],
    ['none, where the partner has none', 'nora', undefined],
    ['none, with a code that is nobody’s', 'zoe', undefined],
    ['none, without a code', undefined, undefined],
  ])('%s', async (_name, code, offer) => {
    expect((await post('pageview', code)).offer).toEqual(offer);
    expect((await post('look', code)).offer).toEqual(offer);
    expect((await post('signup', code, { customerId: `c-${count}` })).offer).toEqual(offer);
    expect((await post('purchase', code, order())).offer).toEqual(offer);
  });

  test('with the code to type in, once the partner has one; none while paused', async () => {
    const wrong = await setPartner(alice, { coupon: 'BOB' });
    expect(wrong.status).toBe(400);
    expect(wrong.json.error.message).toBe(
      'coupon: expected one of the codes of Alice, got "BOB"; add it with POST /api/v1/links first.',
    );
    expect((await setPartner(alice, { coupon: 'ALICE' })).json).toMatchObject({ coupon: 'alice' });
    expect((await post('pageview', 'alice')).offer).toEqual({ percent: '10', coupon: 'alice' });
    const bought = await post('purchase', 'alice', order());
    await setPartner(alice, { status: 'paused' });
    const unpaid = await post('purchase', 'alice', order({ orderId: `o-${count}` }));
    expect(unpaid).toMatchObject({ status: 'duplicate', partner: alice });
    expect(unpaid.offer).toBeUndefined();
    await setPartner(alice, { status: 'active', coupon: null });
    const again = await post('purchase', 'alice', order({ orderId: bought.id.replace('e', 'o') }));
    expect(again).toMatchObject({ status: 'duplicate', offer: { percent: '10' } });
  });

  test('for new customers only, where only they count', async () => {
    await setPolicy({ newCustomersOnly: true });
    const customerId = 'anna';
    expect((await post('signup', 'alice', { customerId })).offer).toEqual({ percent: '10' });
    const first = await post('purchase', undefined, order({ customerId }));
    expect([first.partner, first.offer]).toEqual([alice, undefined]);
    expect((await last()).receipt).toMatchObject({
      customer: 'bound',
      offer: { percent: '10', used: false },
    });
    await post('purchase', undefined, order({ customerId }));
    expect((await last()).receipt.offer).toBeUndefined();
    await setPolicy({ newCustomersOnly: false });
  });

  test('to the shop’s server too', async () => {
    const event = {
      id: 'server-1',
      type: 'purchase',
      orderId: 's1',
      amount: '1',
      currency: 'EUR',
      code: 'bob',
    };
    const { json } = await collector.api('POST', '/events', { events: [event] });
    expect(json.results[0]).toMatchObject({ partner: bob, offer: { percent: '12.5' } });
  });
});

describe('what was used is recorded with the order', () => {
  test('by money off, in the order’s currency', async () => {
    await post('purchase', 'alice', order({ discount: '5.00' }));
    const conversion = await last();
    expect(conversion).toMatchObject({
      amount: { currency: 'EUR', minor: 4500 },
      discount: { currency: 'EUR', minor: 500 },
      commission: { currency: 'EUR', minor: 900 },
      receipt: { offer: { percent: '10', used: true } },
    });
    expect(conversion.explanation).toContain('The customer got 5.00 EUR off by the partner’s offer of 10 %.');
    const [head, line] = (await collector.api('GET', '/conversions?format=csv&limit=1')).text.split('\r\n');
    expect([head?.split(',').at(-1), line?.split(',').at(-1)]).toEqual(['discount', '5.00']);
  });

  test('by the partner’s coupon', async () => {
    await post('purchase', undefined, order({ coupon: 'BOB' }));
    const { receipt, explanation } = await last();
    expect(receipt.offer).toEqual({ percent: '12.5', used: true });
    expect(explanation).toContain('The coupon stands for the partner’s offer of 12.5 %.');
  });

  test('or not, as far as the shop has said', async () => {
    await post('purchase', 'alice', order({ discount: 0 }));
    const { discount, receipt, explanation } = await last();
    expect([discount, receipt.offer]).toEqual([undefined, { percent: '10', used: false }]);
    expect(explanation).toContain('As far as the shop has said, the partner’s offer of 10 % was not used.');
  });

  test('without an offer as what it is, and of nobody’s order too', async () => {
    await post('purchase', undefined, order({ discount: 2.5 }));
    const { discount, receipt, explanation } = await last();
    expect([discount, receipt.offer]).toEqual([{ currency: 'EUR', minor: 250 }, undefined]);
    expect(explanation).toContain('The customer got 2.50 EUR off.');
  });

  test('by a better report of the order, in its currency', async () => {
    await post('purchase', 'alice', order());
    const { orderId } = await last();
    const report = async (id: string, more: object) => {
      const event = { id, type: 'purchase', orderId, amount: '40', currency: 'EUR', ...more };
      await collector.api('POST', '/events', { events: [event] });
      return last();
    };
    const known = await report('better-1', { discount: '4.50' });
    expect(known).toMatchObject({ discount: { minor: 450 }, receipt: { offer: { used: true } } });
    const other = await report('better-2', { currency: 'JPY', trust: 'reconciled' });
    expect([other.amount.currency, other.discount]).toEqual(['JPY', undefined]);
  });

  test.each([
    ['5.001', /^p\.discount: expected a decimal of zero or more with at most 2 decimals for EUR/],
    ['-5', /^p\.discount: expected a decimal/],
    ['10 %', /^p\.discount: expected a decimal/],
    [true, /^p\.discount: expected a decimal such as "49\.99", got boolean/],
  ])('%j is no discount', async (discount, reason) => {
    const row = await post('purchase', 'alice', order({ discount }));
    expect(row).toMatchObject({ status: 'invalid', reason: expect.stringMatching(reason) });
  });
});

test('totals say what customers got off, by partner and currency, and follow corrections', async () => {
  const { id } = await collector.addPartner('Tom', { code: 'tom' });
  const totals = async () => (await collector.api('GET', `/totals?partner=${id}`)).json.totals[0].discounts;
  const orderId = 'tom-1';
  expect(await totals()).toEqual([]);
  await post('purchase', 'tom', order({ orderId, discount: '5.00' }));
  await post('purchase', 'tom', order({ amount: '4500', currency: 'JPY', discount: '500' }));
  expect(await totals()).toEqual([
    { currency: 'EUR', minor: 500 },
    { currency: 'JPY', minor: 500 },
  ]);
  const better = { id: 'tom-2', type: 'purchase', orderId, amount: '46', currency: 'EUR', discount: '4' };
  await collector.api('POST', '/events', { events: [better] });
  expect((await totals())[0]).toEqual({ currency: 'EUR', minor: 400 });
  const [head = '', line = ''] = (await collector.api('GET', `/totals?partner=${id}&format=csv`)).text.split(
    '\r\n',
  );
  expect(line.split(',')[head.split(',').indexOf('discounts')]).toBe('4.00');
});

test('another partner, who lost the order, learns nothing of the offer', async () => {
  const { url } = (await collector.api('POST', `/partners/${alice}/access`, {})).json;
  const token = String(url).split('#access=')[1];
  const session = await collector.send('POST', '/api/v1/session', {
    body: JSON.stringify({ token }),
  });
  const cookie = String(session.headers.get('set-cookie')).split(';')[0] ?? '';
  await post('purchase', 'alice', order({ coupon: 'BOB', discount: '5.00' }));
  const own = await collector.send('GET', '/api/v1/conversions?limit=1', { headers: { cookie } });
  expect(own.json.conversions[0]).toMatchObject({ status: 'refused', partner: null });
  expect(JSON.stringify(own.json.conversions[0])).not.toMatch(/12\.5|discount|offer/);
});

test('reftally partner set --discount --coupon', async () => {
  const set = (...flags: string[]) => runCli(collector.url, 'partner', 'set', 'bob', '--json', ...flags);
  expect(JSON.parse((await set('--discount', '15', '--coupon', 'bob')).out)).toMatchObject({
    discount: '15',
    coupon: 'bob',
  });
  const without = JSON.parse((await set('--no-discount', '--no-coupon')).out);
  expect([without.discount, without.coupon]).toEqual([undefined, undefined]);
  expect((await post('pageview', 'bob')).offer).toEqual({ percent: '10' });
});
