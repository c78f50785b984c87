import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const DAY = 86_400_000;
const IBAN = 'DE89 3704 0044 0532 0130 00';

let collector: TestCollector;
let now: number;
let partners: Record<string, Json>;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 1, 12);
  collector = await testCollector({ clock: () => now });
  onTestFinished(() => collector.close());
  await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  partners = {};
  for (const name of ['Alice', 'Bob']) {
    now += 1; // Ids are in the order of time.
    partners[name] = await collector.addPartner(name, { code: name });
  }
  const buy = (id: string, coupon: string, amount: string, currency = 'EUR') => {
    return { id, type: 'purchase', orderId: id, amount, currency, coupon };
  };
  const events = [buy('o1', 'Alice', '500'), buy('o2', 'Alice', '3000', 'JPY'), buy('o3', 'Bob', '99.90')];
  await collector.api('POST', '/events', { events });
  now += 31 * DAY;
});

const post = (path: string, body: object = {}) => collector.api('POST', `/payouts${path}`, body);
const payBy = (name: string, payout: unknown) =>
  collector.api('PATCH', `/partners/${partners[name]?.id}`, { payout });
const linesOf = ({ json }: Json) =>
  json.lines.map(({ partnerName, currency, minor }: Json) => [partnerName, currency, minor]);

test('a preview shows what would be paid, and changes nothing', async () => {
  for (let times = 0; times < 2; times++) {
    const preview = await post('', { preview: true });
    expect([preview.status, preview.json.total]).toEqual([
      200,
      [
        { currency: 'EUR', minor: 5999 },
        { currency: 'JPY', minor: 300 },
      ],
    ]);
    expect(linesOf(preview)).toEqual([
      ['Alice', 'EUR', 5000],
      ['Alice', 'JPY', 300],
      ['Bob', 'EUR', 999],
    ]);
  }
  expect((await collector.api('GET', '/payouts')).json.payouts).toEqual([]);
});

test.each([
  ['one amount with its currency', { currency: 'EUR', threshold: '10' }, [['Alice', 'EUR', 5000]]],
  [
    'an amount for each currency',
    { threshold: { EUR: 9.99, JPY: '301' } },
    [
      ['Alice', 'EUR', 5000],
      ['Bob', 'EUR', 999],
    ],
  ],
])('only what reaches the threshold is paid: %s', async (_, terms, lines) => {
  expect(linesOf(await post('', { id: 'may', ...terms }))).toEqual(lines);
});

test.each([
  ['no id', {}, 400, 'id'],
  ['a threshold of no currency', { id: 'may', threshold: '10' }, 400, 'threshold'],
  ['a threshold that no one can pay', { id: 'may', threshold: { EUR: '1.005' } }, 400, 'threshold'],
  ['a currency of no balance', { id: 'may', currency: 'USD' }, 400, 'currency'],
  ['an unknown partner', { id: 'may', partners: ['nobody'] }, 404, 'partners'],
  ['nothing payable', { id: 'may', threshold: { EUR: '1000', JPY: '1000' } }, 409, undefined],
])('with %s nothing is made, and the answer says why', async (_, body, status, field) => {
  const answer = await post('', body);
  expect([answer.status, answer.json.error.field]).toEqual([status, field]);
  expect((await collector.api('GET', '/payouts')).json.payouts).toEqual([]);
});

test('is made once under its id, listed, and seen by the partner as far as it is theirs', async () => {
  const made = await post('', { id: 'may' });
  expect([made.status, made.json.status]).toEqual([201, 'open']);
  expect(await post('', { id: 'may' })).toMatchObject({ status: 200, json: made.json });
  expect((await collector.api('GET', '/payouts')).json).toEqual({ payouts: [made.json] });
  expect((await collector.api('GET', '/payouts/may')).json).toEqual(made.json);
  expect((await collector.api('GET', '/payouts?format=csv')).text.split('\r\n')[3]).toMatch(
    /,Bob,EUR,9.99,1$/,
  );

  const { json } = await collector.api('POST', `/partners/${partners.Bob?.id}/access`, {});
  const body = JSON.stringify({ token: String(json.url).split('#access=')[1] });
  const { headers } = await collector.send('POST', '/api/v1/session', { body });
  const asBob = (method: string, path: string) =>
    collector.send(method, `/api/v1${path}`, {
      headers: { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', origin: collector.url },
    });
  const seen = await asBob('GET', '/payouts');
  expect(linesOf({ json: seen.json.payouts[0] })).toEqual([['Bob', 'EUR', 999]]);
  expect(seen.json.payouts[0].total).toEqual([{ currency: 'EUR', minor: 999 }]);
  expect(seen.text).not.toContain('Alice');
  expect((await asBob('POST', '/payouts/may/cancel')).status).toBe(403);
  expect((await asBob('POST', '/payouts/may/export')).status).toBe(403);
});

describe('how a partner is paid', () => {
  test.each([
    ['a wrong check digit', { method: 'bank', name: 'A', iban: 'DE88370400440532013000' }, 'check digits'],
    ['swapped digits', { method: 'bank', name: 'A', iban: 'DE89370400440532010300' }, 'check digits'],
    ['a number that is no IBAN', { method: 'bank', name: 'A', iban: '0532013000' }, 'such as "DE89'],
    ['no name', { method: 'bank', iban: IBAN }, 'name'],
    ['no address', { method: 'paypal', paypalEmail: 'alice' }, 'PayPal account'],
    ['another method', { method: 'cash' }, '"method": "paypal"'],
  ])('is refused with %s', async (_, payout, words) => {
    const { status, json } = await payBy('Alice', payout);
    expect([status, json.error.field]).toEqual([400, 'payout']);
    expect(json.error.message).toContain(words);
  });

  test('is kept, shown to the owner, taken away, and never logged', async () => {
    const kept = { method: 'bank', name: 'Alice Baker', iban: 'DE89370400440532013000' };
    expect((await payBy('Alice', { ...kept, iban: IBAN })).json.payout).toEqual(kept);
    await post('', { id: 'may' });
    await post('/may/export');
    expect((await payBy('Alice', null)).json).not.toHaveProperty('payout');
    expect(collector.log()).not.toContain('370400440532013000');
  });
});

test('is exported as CSV and for PayPal', async () => {
  await payBy('Alice', { method: 'paypal', paypalEmail: 'alice@pay.example' });
  await post('', { id: 'may' });
  const unknown = await post('/may/export', { format: 'paypal' });
  expect([unknown.status, unknown.json.error.message]).toEqual([
    409,
    expect.stringContaining('how Bob should be'),
  ]);
  expect((await collector.api('GET', '/payouts/may')).json.status).toBe('open');

  await payBy('Bob', { method: 'bank', name: 'Bob & Co', iban: IBAN });
  const several = await post('/may/export', { format: 'paypal' });
  expect([several.status, several.json.error.message]).toEqual([
    409,
    expect.stringContaining('one currency'),
  ]);
  const file = await post('/may/export', { format: 'paypal', currency: 'EUR' });
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(file.text).toBe('alice@pay.example,50.00,EUR,Alice,Referral payout may\r\n');

  const csv = (await post('/may/export')).text.trim().split('\r\n');
  expect(csv.slice(1)).toEqual([
    `may,${partners.Alice?.id},Alice,,EUR,50.00,paypal,alice@pay.example,,`,
    `may,${partners.Alice?.id},Alice,,JPY,300,paypal,alice@pay.example,,`,
    `may,${partners.Bob?.id},Bob,,EUR,9.99,bank,,Bob & Co,DE89370400440532013000`,
  ]);
});

test('is marked paid once it is sent, and cancelled before it is exported only', async () => {
  await post('', { id: 'may' });
  expect((await post('/may/cancel')).json.status).toBe('cancelled');
  expect((await post('/may/export')).status).toBe(409);
  expect(linesOf(await post('', { id: 'may-2' }))).toHaveLength(3);
  expect((await post('/may-2/export')).status).toBe(200);
  expect((await post('/may-2/cancel')).json.error.message).toContain('before it is exported');
  expect((await post('/may-2/paid')).json).toMatchObject({ status: 'paid', paidAt: expect.any(String) });
  expect((await post('/nothing/paid')).status).toBe(404);
  const { totals } = (await collector.api('GET', '/totals?from=2026-05-01')).json;
  expect(totals.map(({ commission }: Json) => [commission.payable, commission.paid])).toEqual([
    [
      [],
      [
        { currency: 'EUR', minor: 5000 },
        { currency: 'JPY', minor: 300 },
      ],
    ],
    [[], [{ currency: 'EUR', minor: 999 }]],
  ]);
});
