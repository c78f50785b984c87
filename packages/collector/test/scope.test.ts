import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskCustomer } from '../src/api/maskCustomer.js';
import type { Action } from '../src/auth/authorize.js';
import { authorize } from '../src/auth/authorize.js';
import type { Principal } from '../src/auth/Principal.js';
import { ADMIN_KEY, type Json, type TestCollector, testCollector } from './testCollector.js';

describe('who may do what', () => {
  const admin: Principal = { role: 'admin' };
  const site: Principal = { role: 'site', site: 'a' };
  const partner: Principal = { role: 'partner', site: 'a', partner: 'p' };
  const own = { site: 'a', partner: 'p' };
  const cases: [string, Principal, Action, object, boolean][] = [
    ['the operator anything', admin, 'sites:create', {}, true],
    ['a site no new site', site, 'sites:create', { site: 'a' }, false],
    ['a site itself', site, 'sites:write', { site: 'a' }, true],
    ['a site no other', site, 'sites:write', { site: 'b' }, false],
    ['a site its partners', site, 'partners:write', own, true],
    ['a site no other’s partner', site, 'partners:read', { site: 'b', partner: 'p' }, false],
    ['a site nothing that names no site', site, 'totals:read', {}, false],
    ['a partner its totals', partner, 'totals:read', own, true],
    ['a partner no other’s', partner, 'totals:read', { site: 'a', partner: 'q' }, false],
    ['a partner no whole site', partner, 'totals:read', { site: 'a' }, false],
    ['a partner no other site', partner, 'totals:read', { site: 'b', partner: 'p' }, false],
    ['a partner changes nothing', partner, 'partners:write', own, false],
    ['a partner reports nothing', partner, 'events:write', own, false],
    ['a partner sees no settings', partner, 'sites:read', own, false],
  ];
  test.each(cases)('%s', (_name, principal, action, target, allowed) => {
    const attempt = () => authorize(principal, action, target);
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ status: 403 }));
  });
});

test.each([
  ['customer-42', 'cu***'],
  ['4711', '***'],
  ['', '***'],
])('a partner sees customer %j as %s', (id, shown) => {
  expect(maskCustomer(id)).toBe(shown);
});

describe('over HTTP', () => {
  let collector: TestCollector;
  let siteA: Json;
  let siteB: Json;
  let alice: Json;
  let bob: Json;
  let cookie: string;
  let sales: Record<string, string>;
  const now = { at: Date.now() };

  const keyed = (key: string) => ({ authorization: `Bearer ${key}` });
  const asPartner = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    collector.send(method, `/api/v1${path}`, {
      headers: { cookie, ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const tokenOf = async (id: string) => {
    const { json } = await collector.api('POST', `/partners/${id}/access`, {});
    return String(json.url).split('#access=')[1];
  };
  const signIn = (body: object, headers: Record<string, string> = {}) =>
    collector.send('POST', '/api/v1/session', { headers, body: JSON.stringify(body) });
  const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? '';

  beforeAll(async () => {
    collector = await testCollector({ clock: () => now.at });
    siteA = await collector.addSite({ id: 'a' });
    siteB = await collector.addSite({ id: 'b' });
    alice = await collector.addPartner('Alice', { site: 'a', code: 'alice' });
    bob = await collector.addPartner('Bob', { site: 'a', code: 'bob' });
    await collector.addPartner('Carl', { site: 'b', code: 'carl' });
    const buy = (id: string, more: object) => ({
      id,
      type: 'purchase',
      orderId: id,
      amount: '10',
      currency: 'EUR',
      customerId: `customer-${id}`,
      ...more,
    });
    const { json } = await collector.api('POST', '/events', {
      site: 'a',
      events: [
        {
          id: 'visit',
          type: 'pageview',
          visitor: 'visitor-1',
          code: 'bob',
          url: 'https://shop.example/secret-page',
        },
        buy('o1', { visitor: 'visitor-1', coupon: 'alice' }),
        buy('o2', { coupon: 'bob' }),
        buy('o3', {}),
      ],
    });
    sales = Object.fromEntries(json.results.map((row: Json) => [row.id, row.conversion]));
    cookie = cookieOf((await signIn({ token: await tokenOf(alice.id) })).headers);
  });
  afterAll(() => collector.close());

  test.each([
    ['nothing', {}],
    ['a wrong key', keyed('rt_adm_wrong')],
    ['half the key', keyed(ADMIN_KEY.slice(0, -1))],
    ['a public key', { authorization: 'Bearer PUBLIC' }],
    ['basic authentication', { authorization: `Basic ${btoa(`admin:${ADMIN_KEY}`)}` }],
    ['a made-up session', { cookie: 'reftally_session=made-up' }],
  ])('%s is nobody', async (_name, given: Record<string, string>) => {
    const headers = { ...given };
    if (headers.authorization === 'Bearer PUBLIC') headers.authorization = `Bearer ${siteA.publicKey}`;
    const answer = await collector.send('GET', '/api/v1/totals', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('a site’s key sees that site only', async () => {
    const as = (method: string, path: string, body?: unknown) =>
      collector.api(method, path, body, keyed(siteA.secretKey));
    expect((await as('GET', '/sites')).json.sites.map(({ id }: Json) => id)).toEqual(['a']);
    expect((await as('GET', '/totals')).json.site).toBe('a');
    expect((await as('GET', '/partners')).json.partners).toHaveLength(2);
    expect((await as('POST', '/sites', {})).status).toBe(403);
    for (const [method, path, body] of [
      ['GET', '/sites/b'],
      ['PATCH', '/sites/b', {}],
      ['POST', '/sites/b/rotate-key', {}],
      ['GET', '/totals?site=b'],
      ['POST', '/events', { site: 'b', events: [{}] }],
      ['POST', '/partners', { site: 'b', name: 'Eve' }],
    ] as const) {
      expect([path, (await as(method, path, body)).status]).toEqual([path, 403]);
    }
    const other = (path: string) => collector.api('GET', path, undefined, keyed(siteB.secretKey));
    expect((await other(`/partners/${alice.id}`)).status).toBe(403);
    expect((await other(`/totals?partner=${alice.id}`)).status).toBe(403);
    expect((await other(`/conversions/${sales.o1}`)).status).toBe(403);
  });

  test('a partner sees its own numbers and nobody else’s', async () => {
    const { json } = await asPartner('GET', '/totals');
    expect(json.totals.map(({ name }: Json) => name)).toEqual(['Alice']);
    expect(json).not.toHaveProperty('direct');
    expect(json).not.toHaveProperty('refused');
    expect((await asPartner('GET', '/partners')).json.partners.map(({ id }: Json) => id)).toEqual([alice.id]);
    expect((await asPartner('GET', '/links')).json.links.map(({ code }: Json) => code)).toEqual(['alice']);
    const csv = await asPartner('GET', '/totals?format=csv');
    expect(csv.text).toContain('Alice');
    expect(csv.text).not.toContain('Bob');
    for (const path of [
      `/totals?partner=${bob.id}`,
      `/conversions?partner=${bob.id}`,
      `/links?partner=${bob.id}`,
      `/partners/${bob.id}`,
      `/conversions/${sales.o2}`,
      `/conversions/${sales.o3}`,
      '/totals?site=b',
      '/sites',
      '/sites/a',
    ]) {
      expect([path, (await asPartner('GET', path)).status]).toEqual([path, 403]);
    }
  });

  test('a partner’s receipts name neither the customer nor other partners', async () => {
    const { json, text } = await asPartner('GET', '/conversions');
    expect(json.conversions).toHaveLength(1);
    const [sale] = json.conversions;
    expect(sale).toMatchObject({ partner: alice.id, code: 'alice', orderId: 'o1', customerId: 'cu***' });
    expect(sale.receipt.candidates).toEqual([
      expect.objectContaining({ via: 'coupon', code: 'alice', partner: alice.id, verdict: 'won' }),
      {
        via: 'touch',
        code: null,
        partner: null,
        at: expect.any(String),
        verdict: 'lost',
        why: 'lower-precedence',
      },
    ]);
    for (const hidden of ['bob', bob.id, 'customer-o1', 'secret-page', 'visitor-1'])
      expect(text).not.toContain(hidden);
    const csv = await asPartner('GET', '/conversions?format=csv');
    expect(csv.text).not.toContain('customer-o1');
    expect((await collector.api('GET', '/conversions?site=a')).text).toContain('customer-o1');
  });

  test('a partner who lost a sale sees that, and why, but no amount', async () => {
    const session = { cookie: cookieOf((await signIn({ token: await tokenOf(bob.id) })).headers) };
    const asBob = (path: string) => collector.send('GET', `/api/v1${path}`, { headers: session });
    const { json } = await asBob('/conversions');
    const lost = json.conversions.find(({ orderId }: Json) => orderId === 'o1');
    expect(lost).toMatchObject({
      status: 'refused',
      reason: 'lower-precedence',
      partner: null,
      partnerName: null,
      code: null,
    });
    expect(lost).not.toHaveProperty('amount');
    expect(lost).not.toHaveProperty('commission');
    expect((await asBob(`/conversions/${sales.o1}`)).json).toEqual(lost);
    expect((await asBob('/conversions?order=o1')).json).toEqual({ conversions: [lost], known: true });
    for (const hidden of ['Alice', '"alice"', alice.id]) expect(JSON.stringify(lost)).not.toContain(hidden);
  });

  test('a partner does not read what the shop is warned of', async () => {
    const { json } = await asPartner('GET', `/partners/${alice.id}`);
    expect(json).toMatchObject({ name: 'Alice' });
    expect(json).not.toHaveProperty('warnings');
  });

  test.each([
    ['its own', 'o1', ['o1'], true],
    ['that of another partner', 'o2', [], true],
    ['one without a partner', 'o3', [], true],
    ['one that nobody reported', 'o4', [], false],
  ])('a partner asks for an order: %s', async (_name, order, found, known) => {
    const { json } = await asPartner('GET', `/conversions?order=${order}`);
    const conversions = found.map((orderId) => expect.objectContaining({ orderId, partner: alice.id }));
    expect(json).toEqual({ conversions, known });
  });

  test('a partner changes nothing', async () => {
    const own = { origin: collector.url };
    for (const [method, path, body] of [
      ['PATCH', `/partners/${alice.id}`, { status: 'active' }],
      ['POST', `/partners/${alice.id}/access`, {}],
      ['POST', '/partners', { name: 'Eve' }],
      ['POST', '/links', { partner: alice.id }],
      ['POST', '/events', { events: [{}] }],
      ['PATCH', '/sites/a', {}],
    ] as const) {
      expect([path, (await asPartner(method, path, body, own)).status]).toEqual([path, 403]);
    }
  });

  test('a sign-in link works once, and not for ever', async () => {
    const token = await tokenOf(alice.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn({ token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
    const late = await tokenOf(alice.id);
    now.at += 8 * 86_400_000;
    expect((await signIn({ token: late })).status).toBe(401);
  });

  test('the session is in a cookie that scripts and other sites cannot use, ends by itself and by signing out', async () => {
    const answer = await signIn({ key: siteA.secretKey });
    expect(answer.json).toMatchObject({
      role: 'site',
      site: { id: 'a' },
      expiresAt: new Date(now.at + 12 * 3_600_000).toISOString(),
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^reftally_session=[\w-]{43}; Max-Age=43200; Path=\/; .*HttpOnly; SameSite=Strict$/,
    );
    const own = { cookie: cookieOf(answer.headers) };
    const session = (headers: Record<string, string>, method = 'GET') =>
      collector.send(method, '/api/v1/session', { headers });
    expect((await session(own)).json.role).toBe('site');
    expect((await session({ ...own, origin: collector.url }, 'DELETE')).status).toBe(204);
    expect((await session(own)).status).toBe(401);
    const again = { cookie: cookieOf((await signIn({ key: ADMIN_KEY })).headers) };
    expect((await session(again)).json).toEqual({ role: 'admin', expiresAt: expect.any(String) });
    now.at += 13 * 3_600_000;
    expect((await session(again)).status).toBe(401);
    expect((await asPartner('GET', '/session')).json).toMatchObject({
      role: 'partner',
      partner: { id: alice.id, code: 'alice' },
    });
  });

  test.each([
    ['its own page', { origin: 'OWN' }, 404],
    ['its own page, as browsers say it', { 'sec-fetch-site': 'same-origin' }, 404],
    ['another site’s page', { origin: 'https://evil.example' }, 403],
    ['another site’s page, as browsers say it', { origin: 'OWN', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['nobody knows where', {}, 403],
  ])('a session changes things from %s', async (_name, headers: Record<string, string>, status) => {
    const admin = cookieOf((await signIn({ key: ADMIN_KEY })).headers);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('OWN', collector.url)]),
    );
    const answer = await collector.send('PATCH', '/api/v1/partners/nope', {
      headers: { cookie: admin, ...sent },
      body: '{}',
    });
    expect(answer.status).toBe(status);
    const signedIn = await signIn({ key: ADMIN_KEY }, sent);
    expect(signedIn.status).toBe(status === 403 && Object.keys(sent).length > 0 ? 403 : 200);
  });

  test('guessing keys gets slower', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 40; guess += 1)
      statuses.push((await signIn({ key: `guess-${guess}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await collector.api('GET', '/sites')).status).toBe(200);
  });
});
