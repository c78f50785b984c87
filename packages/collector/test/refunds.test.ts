import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, type Json, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let alice: Json;

beforeAll(async () => {
  collector = await testCollector();
  await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  alice = await collector.addPartner('Alice', { code: 'alice' });
});
afterAll(() => collector.close());

const report = async (event: object): Promise<Json> =>
  (await collector.api('POST', '/events', { events: [event] })).json.results[0];
const buy = (orderId: string, more: object = {}) =>
  report({ id: `buy-${orderId}`, type: 'purchase', orderId, amount: '100.00', currency: 'EUR', ...more });
const refund = (refundId: string, orderId: string, more: object = {}) => ({
  id: `event-${refundId}`,
  type: 'refund',
  refundId,
  orderId,
  ...more,
});

/** Posts all events at once, one a request, over `connections` of them. */
async function postAll(events: object[], connections: number): Promise<Json[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    return await Promise.all(events.map((event) => postOne(event, agent)));
  } finally {
    agent.destroy();
  }
}

function postOne(event: object, agent: Agent): Promise<Json> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
    const sent = request(`${collector.url}/api/v1/events`, { method: 'POST', agent, headers }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () => resolve(JSON.parse(text).results[0]));
    });
    sent.on('error', reject).end(JSON.stringify({ events: [event] }));
  });
}

test.each([
  ['before', 'first'],
  ['after', 'then'],
])(
  '50 parallel refunds over 10 connections, %s their order: each once, never more than paid',
  async (when, orderId) => {
    if (when === 'after') await buy(orderId, { code: 'alice' });
    const refunds = Array.from({ length: 50 }, (_, index) => {
      const refundId = `${orderId}-${index % 25}`;
      return refund(refundId, orderId, { id: `${refundId}-${index}`, amount: '7.00', currency: 'EUR' });
    });
    const rows = await postAll(refunds, 10);
    if (when === 'before') await buy(orderId, { code: 'alice' });
    expect(rows.filter(({ status }) => status === 'accepted')).toHaveLength(when === 'before' ? 25 : 14);
    const { json } = await collector.api('GET', '/conversions');
    const order = json.conversions.find((one: Json) => one.orderId === orderId);
    expect(order).toMatchObject({
      refunded: { currency: 'EUR', minor: 9800 },
      commission: { minor: 1000 },
      clawedBack: { minor: 980 },
    });
  },
);

test('a refund that came before its order is shown until the order comes', async () => {
  const amount = { amount: '30.00', currency: 'EUR' };
  expect(await report(refund('early', 'late', amount))).toMatchObject({
    status: 'accepted',
    reason: 'waiting',
  });
  await report(refund('whole', 'later'));
  const { json } = await collector.api('GET', '/waiting-refunds?limit=1');
  expect(json).toMatchObject({
    count: 2,
    waitingRefunds: [
      { refundId: 'early', orderId: 'late', amount: { currency: 'EUR', minor: 3000 }, trust: 'server' },
    ],
  });
  expect(json.nextCursor).toEqual(expect.any(String));
  const { text } = await collector.api('GET', '/waiting-refunds?format=csv');
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'refundId,orderId,currency,amount,at,trust,event',
    expect.stringMatching(/^early,late,EUR,30\.00,.*,server,event-early$/),
  ]);
  const { conversion } = await buy('late', { code: 'alice' });
  const after = (await collector.api('GET', '/waiting-refunds')).json;
  expect(after).toMatchObject({ count: 1, waitingRefunds: [{ refundId: 'whole', amount: null }] });
  expect(await report(refund('early', 'late', amount))).toMatchObject({
    status: 'duplicate',
    partner: alice.id,
    conversion,
  });
  const { text: metrics } = await collector.send('GET', '/metrics', {
    headers: { authorization: `Bearer ${ADMIN_KEY}` },
  });
  expect(metrics).toMatch(/reftally_events_total\{source="server",status="accepted",reason="waiting"\} \d+/);
});

test('a partner is not shown what waits', async () => {
  const { json } = await collector.api('POST', `/partners/${alice.id}/access`, {});
  const token = String(json.url).split('#access=')[1];
  const { headers } = await collector.send('POST', '/api/v1/session', { body: JSON.stringify({ token }) });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await collector.send('GET', '/api/v1/waiting-refunds', { headers: { cookie } });
  expect(answer.status).toBe(403);
});

test('a refund by lines of the order', async () => {
  const items = [
    { id: 'tea', quantity: 3, amount: '60' },
    { id: 'cup', amount: '40' },
  ];
  const { conversion } = await buy('lined', { code: 'alice', items });
  const line = { items: [{ id: 'tea', quantity: 1 }] };
  expect(await report(refund('line', 'lined', line))).toMatchObject({ status: 'accepted', conversion });
  const { json } = await collector.api('GET', `/conversions/${conversion}`);
  expect(json).toMatchObject({ refunded: { minor: 2000 }, clawedBack: { minor: 200 } });
  const hat = await report(refund('hat', 'lined', { items: [{ id: 'hat' }] }));
  expect(hat).toMatchObject({ status: 'refused', reason: 'unknown-line' });
});

test.each([
  [
    'both',
    { items: [{ id: 'tea' }], amount: '1', currency: 'EUR' },
    /^items: expected either items or amount/,
  ],
  ['no line', { items: [] }, /^items: expected at least one line/],
  ['a quantity of nothing', { items: [{ id: 'tea', quantity: 0 }] }, /^items\[0\]\.quantity: /],
])('a refund with %s is invalid', async (_name, given, message) => {
  const { status, reason } = await report(refund('bad', 'lined', given));
  expect(status).toBe('invalid');
  expect(reason).toMatch(message);
});
