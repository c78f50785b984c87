import { expect, it } from 'vitest';
import { NOON, samples } from '../../../../test/contract/samples.js';
import { callKeys } from '../../src/postgres/record/callKeys.js';

const { pageview, click, purchase, refund, signup } = samples;

it.each([
  ['views of a visitor', pageview('s', { visitor: 'v' }), pageview('s', { visitor: 'v' }), true],
  ['views of two visitors', pageview('s', { visitor: 'v' }), pageview('s', { visitor: 'w' }), false],
  ['views of two sites', pageview('s', { visitor: 'v' }), pageview('t', { visitor: 'v' }), false],
  ['views of nobody', pageview('s'), pageview('s'), false],
  ['a click and the landing', click('s', 'a', { client: 'c' }), pageview('s', { client: 'c' }), true],
  [
    'a client and a visitor of one name',
    click('s', 'a', { client: 'c' }),
    pageview('s', { visitor: 'c' }),
    false,
  ],
  ['a sale and its refund', purchase('s', { orderId: 'o' }), refund('s', 'o'), true],
  ['a refund and another order', refund('s', 'o'), purchase('s', { orderId: 'p' }), false],
  ['a signup and a sale', signup('s', { customerId: 'u' }), purchase('s', { customerId: 'u' }), true],
  ['sales of no customer', purchase('s'), purchase('s'), false],
])('%s', (_, one, other, areTied) => {
  const keys = callKeys({ site: one.site, events: [pageview(one.site), one], now: NOON });
  const others = callKeys({ site: other.site, events: [other], now: NOON });
  expect([...others].some((key) => keys.has(key))).toBe(areTied);
});
