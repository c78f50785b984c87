import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, refund, review, payout } = happens;
const TEN = { commission: [{ on: 'purchase', percent: '10' }] };
const via = 'alice';

/** What waits until somebody has looked at it, and what that does. */
export const reviewCases: Case[] = [
  {
    name: 'what is held is in no payout until it is approved',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o2', '20.00 EUR', { via }), 'alice +2.00 EUR'],
      [review('o1', 'held'), 'nothing'],
      [payout(), 'alice 2.00 EUR'],
      [payout(), 'nothing'],
      [review('o1', 'approved'), 'nothing'],
      [payout(), 'alice 5.00 EUR'],
    ],
  },
  {
    name: 'what is more than usual in a day waits by itself, and everything else is paid',
    policy: { ...TEN, fraud: { velocity: { perDay: 2, action: 'hold' } } },
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o2', '20.00 EUR', { via }), 'alice +2.00 EUR'],
      [buys('o3', '10.00 EUR', { via }), 'alice +1.00 EUR'],
      [payout(), 'alice 7.00 EUR'],
      [review('o3', 'approved'), 'nothing'],
      [payout(), 'alice 1.00 EUR'],
    ],
  },
  {
    name: 'rejecting takes back what refunds have left',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [refund('r1', 'o1', '20.00 EUR'), 'alice -2.00 EUR'],
      [review('o1', 'rejected'), 'alice -3.00 EUR'],
      [refund('r2', 'o1', '20.00 EUR'), 'nothing'],
      [payout(), 'nothing'],
    ],
  },
  {
    name: 'approving what was rejected gives back what it would have earned by then',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [refund('r1', 'o1', '20.00 EUR'), 'nothing'],
      [review('o1', 'approved'), 'alice +3.00 EUR'],
      [refund('r2', 'o1', '30.00 EUR'), 'alice -3.00 EUR'],
    ],
  },
  {
    name: 'what was paid before it was rejected is set off against the next payout',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [payout(), 'alice 5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '80.00 EUR', { via }), 'alice +8.00 EUR'],
      [payout(), 'alice 3.00 EUR'],
    ],
  },
  {
    name: 'each verdict can be followed by some, and it is said by which',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [review('o1', 'approved'), 'it can be held or rejected.'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [review('o1', 'held'), 'it can be approved.'],
      [review('o1', 'rejected'), 'it can be approved.'],
    ],
  },
  {
    name: 'what nobody is credited with cannot be reviewed',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR'), 'nothing'],
      [review('o1', 'held'), 'there is nothing to review.'],
    ],
  },
  {
    name: 'a rejected sale gives its room under a cap to later ones, and takes none from them when it is approved again',
    policy: {
      commission: [
        {
          on: 'purchase',
          percent: '10',
          capPerPeriod: { period: 'month', money: [{ currency: 'EUR', amount: '6.00' }] },
        },
      ],
    },
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o2', '50.00 EUR', { via }), 'alice +1.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o3', '40.00 EUR', { via }), 'alice +4.00 EUR'],
      [review('o1', 'approved'), 'alice +5.00 EUR'],
      [buys('o4', '40.00 EUR', { via }), 'nothing'],
    ],
  },
  {
    name: 'a rejected sale that turns out to be larger earns what those have left that took its room',
    policy: {
      commission: [
        {
          on: 'purchase',
          percent: '10',
          capPerPeriod: { period: 'month', money: [{ currency: 'EUR', amount: '6.00' }] },
        },
      ],
    },
    story: [
      [buys('o1', '50.00 EUR', { via, trust: 'browser' }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o1', '80.00 EUR'), 'nothing'],
      [review('o1', 'approved'), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'and nothing, when another order of its customer has become the one that is paid',
    policy: { commission: [{ on: 'purchase', percent: '10', capPerCustomer: { orders: 1 } }] },
    story: [
      [buys('o1', '50.00 EUR', { via, customer: 'anna', trust: 'browser' }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '50.00 EUR', { via, customer: 'anna' }), 'alice +5.00 EUR'],
      [buys('o1', '80.00 EUR', { customer: 'anna' }), 'nothing'],
      [review('o1', 'approved'), 'nothing'],
    ],
  },
  {
    name: 'a rejected sale is no step in a table of rates',
    policy: {
      commission: [
        {
          on: 'purchase',
          tiers: {
            by: 'purchases',
            per: 'month',
            steps: [
              { after: 0, percent: '10' },
              { after: 1, percent: '20' },
            ],
          },
        },
      ],
    },
    story: [
      [buys('o1', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o3', '50.00 EUR', { via }), 'alice +10.00 EUR'],
    ],
  },
  {
    name: 'nor is what it has sold, and when it is corrected it begins where others have come to',
    policy: {
      commission: [
        {
          on: 'purchase',
          tiers: {
            by: 'revenue',
            per: 'month',
            currency: 'EUR',
            steps: [{ percent: '10' }, { after: '40.00', percent: '20' }],
          },
        },
      ],
    },
    story: [
      [buys('o1', '50.00 EUR', { via, trust: 'browser' }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '50.00 EUR', { via }), 'alice +5.00 EUR'],
      [buys('o1', '80.00 EUR'), 'nothing'],
      [review('o1', 'approved'), 'alice +16.00 EUR'],
    ],
  },
  {
    name: 'who has ordered has ordered, also when the sale is rejected',
    policy: { commission: [{ on: 'purchase', percent: '10', order: 'first' }] },
    story: [
      [buys('o1', '50.00 EUR', { via, customer: 'anna' }), 'alice +5.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
      [buys('o2', '50.00 EUR', { via, customer: 'anna' }), 'nothing'],
    ],
  },
];
