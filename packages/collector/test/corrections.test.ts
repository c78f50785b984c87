import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let site: Json;
let alice: Json;
let bob: Json;
const now = Date.UTC(2026, 4, 1, 12);

beforeAll(async () => {
  collector = await testCollector({ clock: () => now });
  const policy = { paysFrom: 'server', commission: [{ on: 'purchase', percent: '10' }] };
  site = await collector.addSite({ policy });
  alice = await collector.addPartner('Alice', { code: 'alice' });
  bob = await collector.addPartner('Bob', { code: 'bob' });
});
afterAll(() => collector.close());

const track = async (id: string, orderId: string, amount: string): Promise<Json> => {
  const t = [
    ['bob', now - 3_600_000],
    ['alice', now],
  ];
  const event = {
    id,
    n: 'purchase',
    t: now,
    a: { v: 'visitor-1', t },
    p: { orderId, amount, currency: 'EUR' },
  };
  return (await collector.post({ v: 1, k: site.publicKey, s: now, e: [event] })).json.r[0];
};
const report = async (id: string, orderId: string, amount: string, more: object = {}): Promise<Json> => {
  const event = { id, type: 'purchase', orderId, amount, currency: 'EUR', ...more };
  return (await collector.api('POST', '/events', { events: [event] })).json.results[0];
};
const eur = (minor: number) => ({ currency: 'EUR', minor });

test('page, server and books correct one order, and the totals follow', async () => {
  expect(await track('page', '1', '50.00')).toMatchObject({ status: 'accepted', partner: alice.id });
  const server = await report('server', '1', '45.00');
  expect(server).toMatchObject({ status: 'accepted', partner: alice.id });
  const books = await report('books', '1', '40.00', { trust: 'reconciled' });
  expect(books).toEqual({ ...server, id: 'books' });
  const again = await report('books', '1', '40.00', { trust: 'reconciled' });
  expect(again).toEqual({ ...books, status: 'duplicate' });
  expect(await report('late', '1', '45.00')).toEqual({ ...books, id: 'late', status: 'duplicate' });
  expect(await track('page-again', '1', '50.00')).toMatchObject({ status: 'duplicate', partner: alice.id });

  const { json } = await collector.api('GET', `/conversions/${server.conversion}`);
  expect(json).toMatchObject({ amount: eur(4000), trust: 'reconciled', commission: eur(400) });
  const at = '2026-05-01T12:00:00.000Z';
  expect(json.receipt.corrections).toEqual([
    { at, trust: 'server', amount: eur(4500), before: { trust: 'browser', amount: eur(5000) } },
    {
      at,
      trust: 'reconciled',
      amount: eur(4000),
      before: { trust: 'server', amount: eur(4500), commission: eur(450) },
    },
  ]);
  const { totals } = (await collector.api('GET', '/totals')).json;
  expect(totals[0]).toMatchObject({ partner: alice.id, purchases: 1, revenue: [eur(4000)] });
  expect(totals[0].commission.held).toEqual([eur(400)]);
});

test('totals by trust', async () => {
  await track('other', '3', '7.00');
  const { json } = await collector.api('GET', '/totals?by=trust&interval=month');
  const named = { partner: alice.id, code: 'alice', name: 'Alice', period: '2026-05' };
  expect(json).toMatchObject({ by: 'trust', interval: 'month', direct: [] });
  expect(json.totals).toEqual([
    { ...named, trust: 'browser', purchases: 1, revenue: [eur(700)] },
    { ...named, trust: 'reconciled', purchases: 1, revenue: [eur(4000)] },
  ]);
  const { text } = await collector.api('GET', '/totals?by=trust&format=csv');
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    'partner,code,name,period,trust,purchases,currency,revenue',
    `${alice.id},alice,Alice,,browser,1,EUR,7.00`,
    `${alice.id},alice,Alice,,reconciled,1,EUR,40.00`,
  ]);
  const { status, text: refused } = await collector.api('GET', '/totals?by=name');
  expect([status, refused]).toEqual([400, expect.stringContaining('by: expected \\"trust\\"')]);
});

test('a partner sees the corrections of its own sales, and not those of what it lost', async () => {
  const seenBy = async (partner: string): Promise<Json> => {
    const { json } = await collector.api('POST', `/partners/${partner}/access`, {});
    const token = String(json.url).split('#access=')[1];
    const { headers } = await collector.send('POST', '/api/v1/session', { body: JSON.stringify({ token }) });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const { json: seen } = await collector.send('GET', '/api/v1/conversions', { headers: { cookie } });
    return seen.conversions.find(({ orderId }: Json) => orderId === '1');
  };
  expect((await seenBy(alice.id)).receipt.corrections).toHaveLength(2);
  const lost = await seenBy(bob.id);
  expect(lost).toMatchObject({ status: 'refused', reason: 'not-last' });
  expect(lost.receipt.corrections).toBeUndefined();
});

test.each(['browser', 'signed', 'certain'])('a server cannot report as %s', async (trust) => {
  const { status, reason } = await report('other', '2', '1', { trust });
  expect([status, reason]).toEqual(['invalid', 'trust: expected "server" or "reconciled"']);
});
