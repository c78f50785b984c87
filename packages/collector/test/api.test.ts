import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let site: Json;
let alice: Json;

beforeAll(async () => {
  collector = await testCollector();
  site = await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '20' }] } });
  alice = await collector.addPartner('Alice', { code: 'alice' });
});
afterAll(() => collector.close());

const newSite = { id: 'other', origins: [ORIGIN], landingUrl: `${ORIGIN}/`, currencies: ['EUR'] };

describe('what is refused, by field', () => {
  const cases: [string, string, string, unknown, number, string][] = [
    ['not JSON', 'POST', '/sites', '{', 400, 'not JSON'],
    ['no body', 'POST', '/sites', undefined, 400, 'id: expected an id, and it is missing'],
    ['a list', 'POST', '/sites', '[]', 400, 'JSON object'],
    ['over 1 MB', 'POST', '/events', `"${'x'.repeat(1_048_576)}"`, 413, '1048576'],
    [
      'an unknown field',
      'POST',
      '/sites',
      { ...newSite, colour: 'red' },
      400,
      'colour: is not known here: expected id,',
    ],
    ['__proto__ as a field', 'POST', '/sites', '{"__proto__":{"id":"x"}}', 400, '__proto__'],
    ['no id', 'POST', '/sites', { ...newSite, id: undefined }, 400, 'id: expected an id, and it is missing'],
    ['an odd id', 'POST', '/sites', { ...newSite, id: '../x' }, 400, 'id: expected an id of'],
    [
      'an origin with a path',
      'POST',
      '/sites',
      { ...newSite, origins: [`${ORIGIN}/`] },
      400,
      `did you mean "${ORIGIN}"`,
    ],
    [
      'an origin of files',
      'POST',
      '/sites',
      { ...newSite, origins: ['file:///x'] },
      400,
      'origins[0]: expected an origin',
    ],
    ['no origins', 'POST', '/sites', { ...newSite, origins: [] }, 400, 'origins: expected at least one'],
    [
      'a landing page elsewhere',
      'POST',
      '/sites',
      { ...newSite, landingUrl: 'https://x.example/' },
      400,
      'not one of origins',
    ],
    [
      'a landing page with a password',
      'POST',
      '/sites',
      { ...newSite, landingUrl: 'https://a:b@shop.example/' },
      400,
      'landingUrl',
    ],
    [
      'a script as landing page',
      'POST',
      '/sites',
      { ...newSite, landingUrl: 'javascript:alert(1)' },
      400,
      'landingUrl',
    ],
    [
      'no such currency',
      'POST',
      '/sites',
      { ...newSite, currencies: ['EURO'] },
      400,
      'currencies[0]: expected an ISO 4217',
    ],
    [
      'no such time zone',
      'POST',
      '/sites',
      { ...newSite, timeZone: 'Mars/Base' },
      400,
      'timeZone: expected an IANA',
    ],
    [
      'no such model',
      'POST',
      '/sites',
      { ...newSite, policy: { model: 'best' } },
      400,
      'policy.model: expected "last" or "first"',
    ],
    ['an unknown rule', 'POST', '/sites', { ...newSite, policy: { fee: 1 } }, 400, 'policy.fee'],
    ['a site that is there', 'POST', '/sites', { ...newSite, id: 'shop' }, 409, 'shop'],
    ['no such site', 'GET', '/sites/nope', undefined, 404, 'nope'],
    [
      'a landing page moved away',
      'PATCH',
      '/sites/shop',
      { landingUrl: 'https://x.example/' },
      400,
      'not one of origins',
    ],
    ['another key by hand', 'PATCH', '/sites/shop', { secretHash: 'x' }, 400, 'secretHash'],
    ['a partner without a name', 'POST', '/partners', {}, 400, 'name: expected text'],
    ['a code with a space', 'POST', '/partners', { name: 'X', code: 'a b' }, 400, 'code: expected a code of'],
    ['a code like a host', 'POST', '/partners', { name: 'X', code: 'alice.blog' }, 400, 'host name'],
    ['a code that is taken', 'POST', '/partners', { name: 'X', code: 'ALICE' }, 409, '"ALICE" is taken'],
    ['a partner of no site', 'POST', '/partners', { name: 'X', site: 'nope' }, 404, 'nope'],
    ['no e-mail address', 'POST', '/partners', { name: 'X', email: 'x' }, 400, 'email: expected'],
    ['no such status', 'PATCH', '/partners/$ALICE', { status: 'gone' }, 400, 'status: expected'],
    ['no such partner', 'PATCH', '/partners/nope', { status: 'paused' }, 404, 'nope'],
    [
      'a link to another host',
      'POST',
      '/links',
      { partner: '$ALICE', path: '//evil.example' },
      400,
      'path: expected',
    ],
    [
      'a link with a backslash',
      'POST',
      '/links',
      { partner: '$ALICE', path: '/\\evil.example' },
      400,
      'path: expected',
    ],
    ['a link of nobody', 'POST', '/links', { partner: 'nope' }, 404, 'nope'],
    ['events that are no list', 'POST', '/events', { events: {} }, 400, 'events: expected'],
    ['501 events', 'POST', '/events', { events: Array(501).fill({}) }, 413, '500'],
    ['an unknown parameter', 'GET', '/totals?zone=UTC', undefined, 400, 'zone: is not known here'],
    ['no such interval', 'GET', '/totals?interval=year', undefined, 400, 'interval: expected'],
    ['no such day', 'GET', '/totals?from=2026-02-30', undefined, 400, 'from: expected a day'],
    [
      'another time zone',
      'GET',
      '/totals?tz=Asia/Tokyo',
      undefined,
      400,
      'tz: totals are kept by days of the site',
    ],
    [
      'days the wrong way round',
      'GET',
      '/totals?from=2026-02-02&to=2026-02-01',
      undefined,
      400,
      'from: expected',
    ],
    ['a cursor of one’s own', 'GET', '/conversions?cursor=made-up', undefined, 400, ''],
    ['no rows', 'GET', '/partners?limit=0', undefined, 400, 'limit: expected'],
    ['a parameter twice', 'GET', '/partners?site=a&site=b', undefined, 400, 'site: '],
    ['no such conversion', 'GET', '/conversions/nope', undefined, 404, 'nope'],
    ['no such path', 'GET', '/nope', undefined, 404, 'nothing at this address'],
    ['a broken escape', 'GET', '/sites/%zz', undefined, 400, '%'],
    ['no such method', 'DELETE', '/sites/shop', undefined, 405, 'GET, HEAD, PATCH'],
  ];
  test.each(cases)('%s', async (_name, method, path, body, status, message) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const filled = text?.replace('$ALICE', alice.id);
    const answer = await collector.api(method, path.replace('$ALICE', alice.id), filled);
    expect(answer.json.error.message).toContain(message);
    expect(answer.status).toBe(status);
  });
});

test('a site shows its secret key once, and keeps only what it needs of it', async () => {
  expect(site.publicKey).toMatch(/^rt_pub_[\w-]{22}$/);
  expect(site.secretKey).toMatch(/^rt_sec_[\w-]{43}$/);
  const { json } = await collector.api('GET', '/sites/shop');
  expect(json).toEqual({ ...site, secretKey: undefined });
  expect((await collector.store.site('shop'))?.secretHash).toMatch(/^[0-9a-f]{64}$/);
});

test('a rotated key works, the old one no longer', async () => {
  const as = (key: string) => collector.api('GET', '/sites', undefined, { authorization: `Bearer ${key}` });
  const { json } = await collector.api('POST', '/sites/shop/rotate-key');
  expect((await as(json.secretKey)).status).toBe(200);
  expect((await as(site.secretKey)).status).toBe(401);
});

test('a change of the policy merges and makes a new version; other changes do not', async () => {
  const first = await collector.api('PATCH', '/sites/shop', {
    policy: {
      windowDays: 60,
      commission: [{ on: 'signup', flat: { currency: 'EUR', amount: '5' }, from: '2026-01-01' }],
    },
  });
  expect(first.json.policy).toEqual({
    ...site.policy,
    version: 2,
    windowDays: 60,
    commission: [
      { on: 'signup', flat: { currency: 'EUR', amount: '5.00' }, from: '2026-01-01T00:00:00.000Z' },
    ],
  });
  const second = await collector.api('PATCH', '/sites/shop', { name: 'The shop' });
  expect(second.json).toEqual({ ...first.json, name: 'The shop' });
});

test('a code made from a name can be read out, and two Zoës get two', async () => {
  const one = await collector.addPartner('Zoë Müller & Söhne');
  const two = await collector.addPartner('Zoë Müller & Söhne');
  const none = await collector.addPartner('李明');
  expect(one.code).toBe('zoe-muller-sohne');
  expect(two.code).toMatch(/^zoe-muller-sohne-[a-z2-9]{3,}$/);
  expect(none.code).toMatch(/^[a-z2-9]{6,}$/);
  expect(one.link).toBe(`${ORIGIN}/?ref=zoe-muller-sohne`);
});

test('a link has a code of its own, leads to its page, and its redirect follows it', async () => {
  const { json } = await collector.api('POST', '/links', {
    partner: alice.id,
    code: 'alice-yt',
    path: '/spring?a=1',
    label: 'YT',
  });
  expect(json).toMatchObject({
    partner: alice.id,
    code: 'alice-yt',
    link: `${ORIGIN}/spring?a=1&ref=alice-yt`,
  });
  const followed = await fetch(json.redirect, { redirect: 'manual' });
  expect(followed.headers.get('location')).toBe(json.link);
  const made = await collector.api('POST', '/links', { partner: alice.id });
  expect(made.json.code).toMatch(/^alice-[a-z2-9]{4}$/);
  const listed = await collector.api('GET', `/links?partner=${alice.id}`);
  expect(listed.json.links.map((link: Json) => link.code)).toEqual(['alice', 'alice-yt', made.json.code]);
});

test('events of the shop’s server get a row each, with the conversion; totals and receipts show them', async () => {
  const events = [
    {
      id: 's1',
      type: 'purchase',
      orderId: 'o1',
      amount: '49.99',
      currency: 'EUR',
      coupon: 'alice',
      customerId: 'customer-1',
    },
    { id: 's2', type: 'purchase', orderId: 'o2', amount: '1.001', currency: 'EUR' },
    { id: 's3', type: 'purchase', orderId: 'o3', amount: 500, currency: 'JPY' },
    { id: 's4', type: 'refund', orderId: 'o1', refundId: 'r1', amount: '9.99', currency: 'EUR' },
    { id: 's5', type: 'pageview', url: 'x'.repeat(9000) },
  ];
  const { json } = await collector.api('POST', '/events', { events });
  expect(json.results.map(({ id, status }: Json) => [id, status])).toEqual([
    ['s1', 'accepted'],
    ['s2', 'invalid'],
    ['s3', 'accepted'],
    ['s4', 'accepted'],
    ['s5', 'invalid'],
  ]);
  const [sale] = json.results;
  expect(sale).toEqual({ id: 's1', status: 'accepted', partner: alice.id, conversion: expect.any(String) });
  const shown = await collector.api('GET', `/conversions/${sale.conversion}`);
  expect(shown.json).toMatchObject({
    type: 'purchase',
    partner: alice.id,
    partnerName: 'Alice',
    code: 'alice',
    status: 'credited',
    customerId: 'customer-1',
    amount: { currency: 'EUR', minor: 4999 },
    refunded: { currency: 'EUR', minor: 999 },
    trust: 'server',
    receipt: {
      rule: 'coupon',
      policyVersion: 2,
      candidates: [{ via: 'coupon', verdict: 'won', at: shown.json.at }],
    },
  });
  const totals = (await collector.api('GET', '/totals')).json;
  expect(totals.totals.find(({ code }: Json) => code === 'alice')).toMatchObject({
    purchases: 1,
    refunds: 1,
    revenue: [{ currency: 'EUR', minor: 4000 }],
  });
  expect(totals.direct).toMatchObject({ purchases: 1, revenue: [{ currency: 'JPY', minor: 500 }] });
  const { from, to } = totals;
  const nextDay = new Date(Date.parse(to) + 86_400_000).toISOString();
  const byTimes = await collector.api('GET', `/totals?from=${from}T00:00:00Z&to=${nextDay}&tz=UTC`);
  expect(byTimes.json).toEqual(totals);
  expect(Date.parse(totals.to) - Date.parse(totals.from)).toBe(29 * 86_400_000);
});

test('lists are paged by cursor', async () => {
  const codes: string[] = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const { json } = await collector.api('GET', `/partners?limit=2${cursor}`);
    expect(json.partners.length).toBeLessThanOrEqual(2);
    codes.push(...json.partners.map(({ code }: Json) => code));
    if (json.nextCursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(json.nextCursor)}`;
  }
  const whole = await collector.api('GET', '/partners');
  expect(codes).toEqual(whole.json.partners.map(({ code }: Json) => code));
  expect(codes.length).toBeGreaterThan(3);
});

test('with several sites the operator must say which', async () => {
  await collector.addSite({ id: 'second' });
  const answer = await collector.api('GET', '/totals');
  expect(answer.status).toBe(400);
  expect(answer.json.error).toMatchObject({
    field: 'site',
    message: expect.stringContaining('several sites'),
  });
  expect((await collector.api('GET', `/totals?partner=${alice.id}`)).json.site).toBe('shop');
  expect((await collector.api('GET', `/totals?site=second&partner=${alice.id}`)).status).toBe(404);
});
