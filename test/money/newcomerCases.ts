import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, signsUp, refund, imports, policy, pause } = happens;
const TEN = { commission: [{ on: 'purchase', percent: '10' }] };
const NEW_ONLY = { ...TEN, newCustomersOnly: true };

/** Who is new, and what is paid for who is not. */
export const newcomerCases: Case[] = [
  {
    name: 'a customer whom the shop had before',
    policy: TEN,
    story: [
      [imports('anna'), 'anna: new'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'refused: existing-customer'],
      [buys('o2', '10.00 EUR', { customer: 'ben', via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'a customer whom the shop had before is nobody’s, with a coupon or a signup either',
    policy: { commission: [...TEN.commission, { on: 'signup', flat: { currency: 'EUR', amount: '5.00' } }] },
    story: [
      [imports('anna'), 'anna: new'],
      [signsUp('anna', { via: 'alice' }), 'refused: existing-customer'],
      [buys('o1', '10.00 EUR', { customer: 'anna', coupon: 'BOB' }), 'refused: existing-customer'],
      [signsUp('ben', { via: 'alice' }), 'alice +5.00 EUR'],
    ],
  },
  {
    name: 'a customer whom the shop had before and who came alone is nobody’s loss',
    policy: TEN,
    story: [
      [imports('anna'), 'anna: new'],
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'nothing'],
    ],
  },
  {
    name: 'a list that is imported after alice has brought a customer takes nothing from her',
    policy: TEN,
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'ben', via: 'alice' }), 'alice +1.00 EUR'],
      [imports('anna', 'ben', 'cleo', 'cleo'), 'anna: known, ben: known, cleo: new, cleo: known'],
      [buys('o2', '10.00 EUR', { customer: 'anna' }), 'alice +1.00 EUR'],
      [buys('o3', '10.00 EUR', { customer: 'ben', via: 'alice' }), 'alice +1.00 EUR'],
      [buys('o4', '10.00 EUR', { customer: 'cleo', via: 'alice' }), 'refused: existing-customer'],
    ],
  },
  {
    name: 'a list is not asked about orders that were reported before it came',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'nothing'],
      [buys('o2', '10.00 EUR', { customer: 'anna', via: 'alice', trust: 'browser' }), 'alice +1.00 EUR'],
      [imports('anna'), 'anna: known'],
      [buys('o2', '20.00 EUR', { customer: 'anna' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'an expired link says so first, whoever the customer is',
    policy: TEN,
    story: [
      [imports('anna'), 'anna: new'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'alice', daysAgo: 31 }), 'refused: expired'],
    ],
  },
  {
    name: 'new customers only: the first order counts, the next one does not',
    policy: NEW_ONLY,
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'refused: existing-customer'],
    ],
  },
  {
    name: 'new customers only: who has ordered alone before is not new',
    policy: NEW_ONLY,
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'nothing'],
      [buys('o2', '10.00 EUR', { customer: 'anna', coupon: 'ALICE' }), 'refused: existing-customer'],
      [signsUp('anna', { via: 'alice' }), 'refused: existing-customer'],
    ],
  },
  {
    name: 'new customers only: who signed up through alice is hers, for every order',
    policy: NEW_ONLY,
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { customer: 'anna', coupon: 'ALICE' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'new customers only: who signed up through alice is not new to bob',
    policy: { ...NEW_ONLY, precedence: ['coupon', 'touch'] },
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', coupon: 'BOB' }), 'refused: existing-customer'],
      [buys('o2', '10.00 EUR', { customer: 'anna', via: ['alice', 'bob'] }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'new customers only: a partner who is paused loses the customer to nobody',
    policy: NEW_ONLY,
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [pause('alice'), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'bob', on: '2026-06-15' }), 'refused: paused'],
    ],
  },
  {
    name: 'new customers only: who has signed up alone and not ordered yet is new',
    policy: NEW_ONLY,
    story: [
      [signsUp('anna'), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'new customers only: who has given everything back is new again',
    policy: NEW_ONLY,
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'nothing'],
      [refund('r1', 'o1'), 'nothing'],
      [buys('o2', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'new customers only: an order without a customer cannot be judged, and counts',
    policy: NEW_ONLY,
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'new customers only: holds from the moment it is set, and no longer than it is',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
      [policy({ newCustomersOnly: true }), 'nothing'],
      [buys('o3', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'refused: existing-customer'],
      [policy({ newCustomersOnly: false }), 'nothing'],
      [buys('o4', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'alice +1.00 EUR'],
      [buys('o3', '10.00 EUR', { customer: 'anna', via: 'alice' }), 'duplicate: existing-customer'],
    ],
  },
  {
    name: 'a referred customer’s discount is not paid for, and is not taken off a second time',
    policy: { ...TEN, discount: '10' },
    story: [[buys('o1', '45.00 EUR', { via: 'alice', off: '5.00 EUR' }), 'alice +4.50 EUR']],
  },
  {
    name: 'a discount that the shop’s server knows better changes nothing that is earned',
    policy: { ...TEN, discount: '10' },
    story: [
      [buys('o1', '45.00 EUR', { via: 'alice', off: '5.00 EUR', trust: 'browser' }), 'alice +4.50 EUR'],
      [buys('o1', '45.00 EUR', { off: '4.00 EUR' }), 'nothing'],
      [refund('r1', 'o1'), 'alice -4.50 EUR'],
    ],
  },
];
