import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, signsUp, pause, activate, policy } = happens;
const TEN = { commission: [{ on: 'purchase', percent: '10' }] };

/** Whose sale it is. */
export const attributionCases: Case[] = [
  {
    name: 'the link followed last',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: ['alice', 'bob'] }), 'bob +1.00 EUR']],
  },
  {
    name: 'the link followed first, where the shop says so',
    policy: { ...TEN, model: 'first' },
    story: [[buys('o1', '10.00 EUR', { via: ['alice', 'bob'] }), 'alice +1.00 EUR']],
  },
  {
    name: 'a link followed 30 days ago still counts',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'alice', daysAgo: 30 }), 'alice +1.00 EUR']],
  },
  {
    name: 'a link followed 31 days ago does not',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'alice', daysAgo: 31 }), 'refused: expired']],
  },
  {
    name: 'a code that is nobody’s',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'zoe' }), 'refused: unknown-code']],
  },
  {
    name: 'a paused partner',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'paula' }), 'refused: paused']],
  },
  {
    name: 'a paused partner’s link gives way to the one before',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: ['alice', 'paula'] }), 'alice +1.00 EUR']],
  },
  {
    name: 'a coupon comes before a link',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'alice', coupon: 'BOB' }), 'bob +1.00 EUR']],
  },
  {
    name: 'a coupon that is no partner’s is only a discount',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'alice', coupon: 'SUMMER' }), 'alice +1.00 EUR']],
  },
  {
    name: 'a customer who signed up through alice stays hers, on any device',
    policy: TEN,
    story: [
      [signsUp('anna', { via: 'alice', on: '2026-01-01' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'bob', on: '2026-12-01' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'unless the shop lets links come first',
    policy: { ...TEN, precedence: ['touch', 'customer'] },
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', via: 'bob' }), 'bob +1.00 EUR'],
    ],
  },
  {
    name: 'a partner who is active again earns on what comes then, not on what came before',
    policy: TEN,
    story: [
      [pause('alice'), 'nothing'],
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'refused: paused'],
      [activate('alice'), 'nothing'],
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'duplicate: paused'],
      [buys('o2', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'a shorter window holds from the moment it is set',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', daysAgo: 10 }), 'alice +1.00 EUR'],
      [policy({ windowDays: 7 }), 'nothing'],
      [buys('o2', '10.00 EUR', { via: 'alice', daysAgo: 10 }), 'refused: expired'],
    ],
  },
];
