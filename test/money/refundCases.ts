import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, refund, policy } = happens;
const TEN = { commission: [{ on: 'purchase', percent: '10' }] };
const via = 'alice';

/** What is taken back. */
export const refundCases: Case[] = [
  {
    name: 'a whole refund takes back the whole commission',
    policy: TEN,
    story: [
      [buys('o1', '49.95 EUR', { via }), 'alice +5.00 EUR'],
      [refund('r1', 'o1'), 'alice -5.00 EUR'],
    ],
  },
  {
    name: 'refunds in three parts take back exactly the commission, in whatever parts',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '3.33 EUR'), 'alice -0.33 EUR'],
      [refund('r2', 'o1', '3.33 EUR'), 'alice -0.33 EUR'],
      [refund('r3', 'o1', '3.34 EUR'), 'alice -0.34 EUR'],
    ],
  },
  {
    name: 'a refund of more than was paid is refused',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '10.01 EUR'), 'refused: over-refund'],
    ],
  },
  {
    name: 'so are refunds that together are more',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '6.00 EUR'), 'alice -0.60 EUR'],
      [refund('r2', 'o1', '6.00 EUR'), 'refused: over-refund'],
    ],
  },
  {
    name: 'the same refund told twice counts once',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '5.00 EUR'), 'alice -0.50 EUR'],
      [refund('r1', 'o1', '5.00 EUR'), 'duplicate'],
    ],
  },
  {
    name: 'a refund in another currency is refused',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '10.00 USD'), 'refused: currency-mismatch'],
    ],
  },
  {
    name: 'a refund takes back what was earned, not what the rules of today would pay',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [policy({ commission: [{ on: 'purchase', percent: '50' }] }), 'nothing'],
      [refund('r1', 'o1'), 'alice -1.00 EUR'],
    ],
  },
  {
    name: 'of a commission that was capped the same share is taken back',
    policy: {
      commission: [{ on: 'purchase', percent: '50', capPerOrder: { currency: 'EUR', amount: '8.00' } }],
    },
    story: [
      [buys('o1', '100.00 EUR', { via }), 'alice +8.00 EUR'],
      [refund('r1', 'o1', '25.00 EUR'), 'alice -2.00 EUR'],
    ],
  },
  {
    name: 'of a flat sum, too',
    policy: { commission: [{ on: 'purchase', flat: { currency: 'EUR', amount: '4.00' } }] },
    story: [
      [buys('o1', '100.00 EUR', { via }), 'alice +4.00 EUR'],
      [refund('r1', 'o1', '25.00 EUR'), 'alice -1.00 EUR'],
    ],
  },
];
