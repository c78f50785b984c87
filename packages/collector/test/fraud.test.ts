import { hashEmail } from '@reftally/sdk/sign';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER, type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

const NOW = Date.UTC(2026, 4, 1, 12);

let collector: TestCollector;
let site: Json;
let alice: Json;
let count = 0;
let now = NOW;

beforeAll(async () => {
  collector = await testCollector({ clock: () => now++ });
  site = await collector.addSite({
    policy: {
      commission: [{ on: 'purchase', percent: '10' }],
      fraud: { bannedReferrers: ['coupons.example'] },
    },
  });
  alice = await collector.addPartner('Alice', { code: 'alice', email: 'alice@shop.example' });
});
afterAll(() => collector.close());

/** Sends one event as the script does, of a visitor of its own who has just followed Alice's link. */
async function send(event: object, headers: Record<string, string> = {}): Promise<Json> {
  const a = { v: `visitor-${++count}`, t: [['alice', NOW]] };
  const whole = { id: `e-${count}`, n: 'pageview', t: NOW, u: `${ORIGIN}/`, a, ...event };
  const body = { v: 1, k: site.publicKey, s: NOW, e: [whole] };
  return (await collector.post(body, { origin: ORIGIN, ...headers })).json.r[0];
}

const purchase = (p: object = {}) => ({
  n: 'purchase',
  p: { orderId: `o-${++count}`, amount: '50', currency: 'EUR', ...p },
});

/** The latest conversion, as its owner or as somebody with a session sees it. */
async function latest(headers: Record<string, string> = {}): Promise<Json> {
  const { json } = await collector.api('GET', '/conversions?site=shop&limit=1', undefined, headers);
  return json.conversions[0];
}

/** Signs Alice in, in a browser of this name, and resolves to its headers. */
async function signIn(browser: string): Promise<Record<string, string>> {
  const { url } = (await collector.api('POST', `/partners/${alice.id}/access`, {})).json;
  const token = String(url).split('#access=')[1];
  const { headers } = await collector.api('POST', '/session', { token }, { 'user-agent': browser });
  const cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
  const session = { cookie, 'user-agent': browser };
  await collector.send('GET', '/api/v1/session', { headers: session });
  return session;
}

describe('a sale is flagged', () => {
  test('of a visitor from a banned host, and the money is earned all the same', async () => {
    const a = { v: 'visitor-banned', t: [['alice', NOW]] };
    await send({ a, r: 'https://www.coupons.example/top-10' });
    expect(await send({ ...purchase(), a })).toMatchObject({ status: 'accepted', partner: alice.id });
    expect(await latest()).toMatchObject({
      status: 'credited',
      commission: { currency: 'EUR', minor: 500 },
      flags: [
        {
          signal: 'banned-referrer',
          note: 'the visitor came from www.coupons.example, which is banned',
          holds: true,
        },
      ],
      explanation: expect.stringContaining(
        'Suspicious: the visitor came from www.coupons.example, which is banned.',
      ),
    });
    const { text } = await collector.api('GET', '/conversions?site=shop&limit=1&format=csv');
    expect(text.split('\r\n').filter(Boolean).at(-1)).toMatch(/,banned-referrer,/);
  });

  test('of a customer with the partner’s address', async () => {
    const emailHash = await hashEmail('Alice+x@Shop.example');
    await send({ n: 'signup', p: { customerId: 'c-1', emailHash } });
    await send({ ...purchase({ customerId: 'c-1' }), a: undefined });
    expect((await latest()).flags).toMatchObject([{ signal: 'self-referral' }]);
  });

  test('of the partner as a customer, until it is none any more', async () => {
    const path = `/partners/${alice.id}`;
    expect((await collector.api('PATCH', path, { customerId: 'c-alice' })).json.customerId).toBe('c-alice');
    await send(purchase({ customerId: 'c-alice' }));
    expect((await latest()).flags).toMatchObject([{ signal: 'self-referral' }]);
    expect((await collector.api('PATCH', path, { customerId: null })).json.customerId).toBeUndefined();
    await send(purchase({ customerId: 'c-alice' }));
    expect((await latest()).flags).toBeUndefined();
    const wrong = await collector.api('PATCH', path, { customerId: '' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('customerId: expected text')]);
  });

  test('of the browser in which the partner has read its stats, and of no other', async () => {
    const browser = `${BROWSER} Alice/1.0`;
    const session = await signIn(browser);
    await send(purchase(), { 'user-agent': browser });
    expect((await latest()).flags).toMatchObject([
      { signal: 'self-referral', note: expect.stringContaining('stats page') },
    ]);
    const seen = await collector.send('GET', '/api/v1/conversions', { headers: session });
    expect(seen.json.conversions[0].status).toBe('credited');
    expect(seen.text).not.toMatch(/"flags"|self-referral|stats page|banned/);
    await send(purchase(), { 'user-agent': `${BROWSER} Anna/1.0` });
    expect((await latest()).flags).toBeUndefined();
  });
});

describe('a sale is flagged, too', () => {
  const sold = async (v: string, headers = {}) => {
    expect(await send({ ...purchase(), a: { v, t: [['alice', NOW]] } }, headers)).toMatchObject({
      status: 'accepted',
    });
    return (await latest()).flags?.map(({ signal }: Json) => signal);
  };

  test('when its landing page had an ad click id', async () => {
    const a = { v: 'visitor-ad', t: [['alice', NOW]] };
    expect(await send({ a, c: 'gclid' })).toMatchObject({ status: 'accepted' });
    expect(await sold(a.v)).toEqual(['ad-click']);
    expect(await send({ a, c: 7 })).toMatchObject({
      status: 'invalid',
      reason: 'c: expected the name of an ad click id such as "gclid", got number',
    });
  });

  test('but not when a parameter of the shop only looks like one, which costs no event either', async () => {
    const a = { v: 'visitor-own', t: [['alice', NOW]] };
    for (const c of ['my_own_clid', 'gclid=Cj0KCQ', 'x'.repeat(300)])
      expect(await send({ a, c })).toMatchObject({ status: 'accepted' });
    expect(await sold(a.v)).toBeUndefined();
  });

  test('when its link had one, with a page that does not tell', async () => {
    const browser = { 'user-agent': `${BROWSER} Ad/1.0` };
    const { headers } = await collector.send('GET', '/l/alice?x=1&gclid=Cj0KCQ', { headers: browser });
    expect(headers.get('location')).toContain('gclid=Cj0KCQ');
    await send({ a: { v: 'visitor-link', t: [['alice', NOW]] } }, browser);
    expect(await sold('visitor-link', browser)).toEqual(['ad-click']);
    await collector.send('GET', '/l/alice?gclid=&gclidx=1', {
      headers: { 'user-agent': `${BROWSER} No/1.0` },
    });
    const plain = { 'user-agent': `${BROWSER} No/1.0` };
    await send({ a: { v: 'visitor-plain', t: [['alice', NOW]] } }, plain);
    expect(await sold('visitor-plain', plain)).toBeUndefined();
  });

  test.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', ['bot']],
    ['HeadlessChrome/140.0', undefined],
    ['curl/8.5.0', undefined],
  ])('when its browser is called %s: %j', async (name, signals) => {
    expect(await sold(`visitor-${++count}`, { 'user-agent': name })).toEqual(signals);
  });

  test('when there were too many before, and not when a server reports without a code', async () => {
    const set = (fraud: object) => collector.api('PATCH', '/sites/shop', { policy: { fraud } });
    expect((await set({ velocity: { perDay: 1 } })).status).toBe(200);
    expect(await sold('visitor-fast')).toEqual(['velocity']);
    const { status, text } = await set({ velocity: { perDay: 'many' } });
    expect([status, text]).toEqual([
      400,
      expect.stringContaining('policy.fraud.velocity.perDay: expected a number of conversions'),
    ]);
    await set({});
    expect(await sold('visitor-slow')).toBeUndefined();
  });
});

test('raw clicks stand beside counted ones, in JSON and CSV', async () => {
  const eve = await collector.addPartner('Eve', { code: 'eve' });
  const follow = (name: string) => collector.send('GET', '/l/eve', { headers: { 'user-agent': name } });
  for (const name of [BROWSER, BROWSER, 'Googlebot/2.1', `${BROWSER} Other/1.0`]) await follow(name);
  const asked = `/totals?site=shop&from=2026-05-01&to=2026-05-01&partner=${eve.id}`;
  expect((await collector.api('GET', asked)).json.totals[0]).toMatchObject({ clicks: 2, rawClicks: 4 });
  const { text } = await collector.api('GET', `${asked}&format=csv`);
  const [head = '', line = ''] = text.split('\r\n');
  expect(line.split(',')[head.split(',').indexOf('rawClicks')]).toBe('4');
});

test('neither an address nor a browser is written down', async () => {
  const { text } = await collector.api('GET', '/conversions?site=shop&limit=100');
  expect(text).not.toMatch(/alice@|127\.0\.0\.1|Mozilla/);
});

test('a partner reads its stats, even when its browser cannot be remembered', async () => {
  const failing = await testCollector({}, (store) => {
    store.sawPartner = () => Promise.reject(new Error('no disk'));
    return store;
  });
  try {
    await failing.addSite();
    const { id } = await failing.addPartner('Alice', { code: 'alice' });
    const token = String((await failing.api('POST', `/partners/${id}/access`, {})).json.url).split('=')[1];
    const { headers } = await failing.send('POST', '/api/v1/session', { body: JSON.stringify({ token }) });
    const cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
    const totals = await failing.send('GET', '/api/v1/totals?from=2026-05-01', { headers: { cookie } });
    expect(totals.status).toBe(200);
    expect(failing.log()).toContain('client of a partner not remembered');
  } finally {
    await failing.close();
  }
});
