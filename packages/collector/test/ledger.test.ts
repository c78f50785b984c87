import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const DAY = 86_400_000;

let collector: TestCollector;
let alice: Json;
let bob: Json;
let asAlice: (path: string) => Promise<Json>;

beforeAll(async () => {
  let now = Date.UTC(2026, 4, 1, 12);
  collector = await testCollector({ clock: () => now });
  await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  alice = await collector.addPartner('Alice', { code: 'alice' });
  bob = await collector.addPartner('Bob', { code: 'bob' });
  const buy = (id: string, coupon: string, currency = 'EUR') => {
    return { id, type: 'purchase', orderId: id, amount: '50', currency, coupon };
  };
  await collector.api('POST', '/events', {
    events: [buy('o1', 'alice'), buy('o2', 'bob'), buy('o3', 'alice')],
  });
  now += DAY;
  const refund = { id: 'r1', type: 'refund', orderId: 'o1', refundId: 'r1', amount: '20', currency: 'EUR' };
  await collector.api('POST', '/events', { events: [refund] });
  const { json } = await collector.api('POST', `/partners/${alice.id}/access`, {});
  const signIn = await collector.send('POST', '/api/v1/session', {
    body: JSON.stringify({ token: String(json.url).split('#access=')[1] }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  asAlice = (path) => collector.send('GET', `/api/v1${path}`, { headers: { cookie } });
});
afterAll(() => collector.close());

const adjustment = () => ({
  id: 'bonus-1',
  partner: alice.id,
  currency: 'EUR',
  amount: '-1.50',
  note: 'Agreed',
});

test('lists every line, newest first, with what is hashed and its hash', async () => {
  const { json } = await collector.api('GET', '/ledger');
  expect(json.ledger.map(({ partner, seq, minor }: Json) => [partner, seq, minor])).toEqual([
    [alice.id, 3, -200],
    [alice.id, 2, 500],
    [bob.id, 1, 500],
    [alice.id, 1, 500],
  ]);
  expect(json.ledger[0]).toEqual({
    id: expect.stringMatching(/\.1$/),
    type: 'clawback',
    partner: alice.id,
    conversion: json.ledger[3].conversion,
    at: '2026-05-02T12:00:00.000Z',
    payableAt: '2026-05-31T12:00:00.000Z',
    currency: 'EUR',
    minor: -200,
    refundId: 'r1',
    seq: 3,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('pages by cursor, and gives the whole of it as CSV', async () => {
  const first = await collector.api('GET', '/ledger?limit=3');
  const second = await collector.api('GET', `/ledger?limit=3&cursor=${first.json.nextCursor}`);
  expect([first.json.ledger.length, second.json.ledger.length, second.json.nextCursor]).toEqual([
    3,
    1,
    undefined,
  ]);
  expect((await collector.api('GET', '/ledger?cursor=made-up')).json.error.field).toBe('cursor');
  const csv = await collector.api('GET', `/ledger?partner=${bob.id}&format=csv`);
  const [head, line, ...rest] = csv.text.trim().split('\r\n');
  expect([head?.split(',').length, rest]).toEqual([14, []]);
  expect(line).toMatch(new RegExp(`^${bob.id},1,[^,]+,earning,2026-05-01T12:00:00.000Z,.*,EUR,5.00,`));
});

test('a partner sees its own lines only, and changes nothing', async () => {
  const { json } = await asAlice('/ledger');
  expect(new Set(json.ledger.map(({ partner }: Json) => partner))).toEqual(new Set([alice.id]));
  expect((await asAlice(`/ledger?partner=${bob.id}`)).status).toBe(403);
});

test('an adjustment by hand is made once under its id', async () => {
  const first = await collector.api('POST', '/ledger', adjustment());
  expect([first.status, first.json]).toMatchObject([
    201,
    { id: 'bonus-1', type: 'adjustment', seq: 4, minor: -150, note: 'Agreed' },
  ]);
  const again = await collector.api('POST', '/ledger', adjustment());
  expect([again.status, again.json]).toEqual([200, first.json]);
  const other = await collector.api('POST', '/ledger', { ...adjustment(), amount: '2' });
  expect([other.status, other.json.error.message]).toEqual([
    409,
    expect.stringContaining('choose another id'),
  ]);
});

test.each([
  ['nothing', { amount: '0' }, 'amount'],
  ['too many decimals', { amount: '-1.005' }, 'amount'],
  ['a currency of no balance', { currency: 'USD' }, 'currency'],
  ['no reason', { note: undefined }, 'note'],
  ['no partner', { partner: undefined }, 'partner'],
  ['an id with spaces', { id: 'a b' }, 'id'],
])('an adjustment with %s is refused, and the field named', async (_, change, field) => {
  const { status, json } = await collector.api('POST', '/ledger', { ...adjustment(), ...change });
  expect([status, json.error.field]).toEqual([400, field]);
  expect(json.error.message).toContain('expected');
});
