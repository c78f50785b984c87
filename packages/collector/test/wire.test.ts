import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let key: string;
let alice: Json;
let count = 0;

beforeAll(async () => {
  collector = await testCollector();
  key = (await collector.addSite()).publicKey;
  alice = await collector.addPartner('Alice', { code: 'alice' });
  const { id } = await collector.addPartner('Paul', { code: 'paused' });
  await collector.api('PATCH', `/partners/${id}`, { status: 'paused' });
});
afterAll(() => collector.close());

const event = (more: object = {}): Json => {
  count += 1;
  return { id: `event-${count}`, n: 'pageview', t: Date.now(), ...more };
};
const batch = (events: unknown[] = [event()], more: object = {}) => ({
  v: 1,
  k: key,
  s: Date.now(),
  e: events,
  ...more,
});
/** The touch is older than the event: one that came later, by a millisecond, would be refused. */
const touched = (code: string, age = 1000) =>
  event({ a: { v: `visitor-${count}`, t: [[code, Date.now() - age]] } });
const purchase = (p: object) =>
  event({ n: 'purchase', p: { orderId: `o-${count}`, amount: '10.00', currency: 'EUR', ...p } });

describe('a whole request that is refused', () => {
  const cases: [string, () => unknown, number, string, string][] = [
    ['not JSON', () => '{"v":1,', 400, 'not-json', 'not JSON'],
    ['empty', () => '', 400, 'not-json', 'not JSON'],
    ['not UTF-8', () => new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-json', 'UTF-8'],
    ['a list', () => [], 400, 'invalid-request', 'object'],
    ['null', () => 'null', 400, 'invalid-request', 'object'],
    ['v missing', () => batch(undefined, { v: undefined }), 400, 'invalid-request', 'v: expected 1'],
    ['v of another version', () => batch(undefined, { v: 2 }), 400, 'invalid-request', 'v: expected 1'],
    ['k a number', () => batch(undefined, { k: 7 }), 400, 'invalid-request', 'k: expected'],
    ['k polluting', () => `{"v":1,"k":"__proto__","s":1,"e":[1]}`, 401, 'unknown-key', 'public key'],
    ['s text', () => batch(undefined, { s: 'now' }), 400, 'invalid-request', 's: expected'],
    ['e an object', () => batch(undefined, { e: {} }), 400, 'invalid-request', 'e: expected'],
    ['e empty', () => batch([]), 400, 'invalid-request', 'e: expected'],
    [
      'fields only on __proto__',
      () => `{"__proto__":{"v":1,"k":"x","s":1,"e":[1]}}`,
      400,
      'invalid-request',
      'v: expected',
    ],
    ['an unknown key', () => batch(undefined, { k: 'rt_pub_nobody' }), 401, 'unknown-key', 'public key'],
    ['51 events', () => batch(Array.from({ length: 51 }, () => event())), 413, 'too-many-events', '50'],
    ['64 KB + 1', () => JSON.stringify(batch()).padEnd(65_537), 413, 'too-large', '65536'],
  ];
  test.each(cases)('%s', async (_name, body, status, code, message) => {
    const answer = await collector.post(body());
    expect(answer.status).toBe(status);
    expect(answer.json.error.code).toBe(code);
    expect(answer.json.error.message).toContain(message);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  });

  test('a foreign origin', async () => {
    const answer = await collector.post(batch(), { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.json.error.message).toContain('https://evil.example');
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://evil.example');
  });

  test('a body that never says how long it is, as soon as it is too long', async () => {
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
        sent += 1;
        if (sent === 20) controller.close();
      },
    });
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { origin: ORIGIN } };
    const answer = await fetch(`${collector.url}/e`, init as RequestInit);
    expect(answer.status).toBe(413);
  });

  test('another method', async () => {
    const answer = await collector.send('GET', '/e');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });
});

test('64 KB exactly, 50 events and no Origin are taken', async () => {
  const events = Array.from({ length: 50 }, () => event());
  const answer = await collector.post(JSON.stringify(batch(events)).padEnd(65_536), {});
  expect(answer.status).toBe(200);
  expect(answer.json.r).toHaveLength(50);
  expect(answer.json.r.map((row: Json) => row.id)).toEqual(events.map(({ id }) => id));
});

test('whatever the type is called, it is read as JSON', async () => {
  for (const type of ['application/json', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded']) {
    const answer = await collector.post(batch(), { 'content-type': type });
    expect(answer.json.r[0].status).toBe('accepted');
  }
});

test.each<[string, object]>([
  ['in its address', { u: `https://shop.example/${'x'.repeat(8_200)}` }],
  ['in one property', { p: { long: 'x'.repeat(8_200) } }],
  [
    'in many properties',
    { p: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`p${at}`, 'x'.repeat(280)])) },
  ],
])(
  'one event that is too large %s is found among 30 that fill the rest of the body',
  async (_where, more) => {
    const filled = () => event({ u: `https://shop.example/${'y'.repeat(1_600)}` });
    const events = [
      ...Array.from({ length: 15 }, filled),
      event(more),
      ...Array.from({ length: 15 }, filled),
    ];
    const { json } = await collector.post(batch(events));
    const statuses = json.r.map(({ status }: Json) => status);
    expect(statuses).toEqual(events.map((_, at) => (at === 15 ? 'invalid' : 'accepted')));
    expect(json.r[15].reason).toContain('8 KB');
  },
);

describe('one event among good neighbours', () => {
  const cases: [string, () => unknown, string, string | undefined][] = [
    ['a number', () => 5, 'invalid', 'expected an object'],
    ['null', () => null, 'invalid', 'expected an object'],
    ['no id', () => event({ id: undefined }), 'invalid', 'id: expected'],
    ['a wrong type', () => event({ t: 'yesterday' }), 'invalid', 't: expected'],
    ['too large', () => event({ p: { long: 'x'.repeat(8200) } }), 'invalid', '8 KB'],
    [
      'nested without end',
      () => `{"id":"deep","n":"x","t":1,"p":{"deep":${'['.repeat(9000)}${']'.repeat(9000)}}}`,
      'invalid',
      undefined,
    ],
    [
      '__proto__ as a property',
      () => `{"id":"poison","n":"x","t":1,"p":{"__proto__":{"admin":true}}}`,
      'invalid',
      '__proto__',
    ],
    ['constructor as a property', () => event({ p: { constructor: 1 } }), 'invalid', 'constructor'],
    ['a lone surrogate', () => event({ p: { note: '\ud800' } }), 'invalid', 'p.note'],
    ['a lone surrogate in the id', () => event({ id: 'x\udfff' }), 'invalid', 'surrogates'],
    ['too many decimals', () => purchase({ amount: '10.001' }), 'invalid', 'at most 2 decimals'],
    ['decimals of a yen', () => purchase({ amount: '10.5', currency: 'JPY' }), 'invalid', 'no decimals'],
    ['a negative amount', () => purchase({ amount: -1 }), 'invalid', 'amount'],
    [
      'a currency of elsewhere',
      () => purchase({ currency: 'USD' }),
      'invalid',
      "add it to the site's currencies",
    ],
    ['no such currency', () => purchase({ currency: 'XXX' }), 'invalid', 'ISO 4217'],
    ['an unknown code', () => touched('nobody'), 'refused', 'unknown-code'],
    ['a paused code', () => touched('paused'), 'refused', 'paused'],
    ['a year-old touch', () => touched('alice', 366 * 86_400_000), 'refused', 'expired'],
    ['a year-old clock', () => event({ t: Date.now() - 366 * 86_400_000 }), 'accepted', undefined],
    ['a future clock', () => event({ t: Date.now() + 366 * 86_400_000 }), 'accepted', undefined],
    ['a known code', () => touched('ALICE'), 'accepted', undefined],
  ];
  test.each(cases)('%s', async (_name, make, status, reason) => {
    const odd = make();
    const before = event();
    const after = event();
    const raw = typeof odd === 'string' ? odd : JSON.stringify(odd);
    const body = JSON.stringify(batch([before, 'ODD', after])).replace('"ODD"', raw);
    const answer = await collector.post(body);
    expect(answer.status).toBe(200);
    const [first, row, last] = answer.json.r;
    expect(first).toEqual({ id: before.id, status: 'accepted' });
    expect(last).toEqual({ id: after.id, status: 'accepted' });
    expect(row.status).toBe(status);
    if (reason) expect(row.reason).toContain(reason);
    expect(({} as Json).admin).toBeUndefined();
  });
});

test('a clock that is wrong moves nothing out of the last week', async () => {
  const old = purchase({ orderId: 'old-clock' });
  await collector.post(batch([{ ...old, t: Date.now() - 366 * 86_400_000 }]));
  const future = purchase({ orderId: 'future-clock' });
  await collector.post(batch([{ ...future, t: Date.now() + 366 * 86_400_000 }]));
  const { json } = await collector.api('GET', '/conversions');
  const atOf = (order: string) => Date.parse(json.conversions.find((row: Json) => row.orderId === order).at);
  expect(Math.abs(atOf('old-clock') - (Date.now() - 7 * 86_400_000))).toBeLessThan(60_000);
  expect(Math.abs(atOf('future-clock') - Date.now())).toBeLessThan(60_000);
});

test('the same event again is a duplicate with the same partner, and no page learns the id of a conversion', async () => {
  const sale = { ...purchase({}), a: { v: 'visitor-dup', t: [['alice', Date.now() - 1000]] } };
  const [first] = (await collector.post(batch([sale]))).json.r;
  const [second] = (await collector.post(batch([sale]))).json.r;
  expect(first).toEqual({ id: sale.id, status: 'accepted', partner: alice.id });
  expect(second).toEqual({ id: sale.id, status: 'duplicate', partner: alice.id });
});

test('beyond the limit: 429 that says when to come back', async () => {
  const now = Date.now(); // Of collectors that share it the limit is one of a minute of the clock.
  const limited = await testCollector({ rateLimit: 10, clock: () => now });
  try {
    const { publicKey } = await limited.addSite();
    const send = (n: number) =>
      limited.post({ v: 1, k: publicKey, s: 1, e: Array.from({ length: n }, () => event()) });
    expect((await send(9)).status).toBe(200);
    const answer = await send(2);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  } finally {
    await limited.close();
  }
});
