import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ordersIn } from './ordersIn.js';

const json = JSON.stringify({ e: [{ p: { orderId: 'order-closed-007' } }, { order_id: 'order-gone-010' }] });
const form = `data=${encodeURIComponent(Buffer.from(json).toString('base64'))}`;

test.each([
  ['as it is', Buffer.from(json)],
  ['packed by gzip', gzipSync(json)],
  ['a form with base64', Buffer.from(form)],
])('orders are found in a body that is %s', (_how, body) => {
  expect(ordersIn(body)).toEqual(['order-closed-007', 'order-gone-010']);
});

test('a body without orders has none', () => {
  expect(ordersIn(Buffer.from('{"n":"pageview"}'))).toEqual([]);
});
