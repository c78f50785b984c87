import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, signsUp, policy } = happens;
const TEN = [{ on: 'purchase', percent: '10' }];
const five = { currency: 'EUR', amount: '5.00' };

/** What a sale pays, and whose rule says so. */
export const rateCases: Case[] = [
  {
    name: 'no rule: credited, and nothing is earned',
    story: [[buys('o1', '50.00 EUR', { via: 'alice' }), 'nothing']],
  },
  {
    name: '10 % of 50.00',
    policy: { commission: TEN },
    story: [[buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR']],
  },
  {
    name: '10 % of a price with an odd cent: half a cent is rounded up',
    policy: { commission: TEN },
    story: [
      [buys('o1', '49.94 EUR', { via: 'alice' }), 'alice +4.99 EUR'],
      [buys('o2', '49.95 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
    ],
  },
  {
    name: 'yen have no decimals, dinars have three',
    policy: { commission: TEN },
    story: [
      [buys('o1', '4999 JPY', { via: 'alice' }), 'alice +500 JPY'],
      [buys('o2', '12.345 KWD', { via: 'alice' }), 'alice +1.235 KWD'],
    ],
  },
  {
    name: 'an order for nothing earns nothing',
    policy: { commission: TEN },
    story: [[buys('o1', '0.00 EUR', { via: 'alice' }), 'nothing']],
  },
  {
    name: 'a flat sum for each order',
    policy: { commission: [{ on: 'purchase', flat: five }] },
    story: [[buys('o1', '9.99 EUR', { via: 'alice' }), 'alice +5.00 EUR']],
  },
  {
    name: 'a flat sum in euros is not paid for an order in dollars',
    policy: { commission: [{ on: 'purchase', flat: five }] },
    story: [[buys('o1', '50.00 USD', { via: 'alice' }), 'nothing']],
  },
  {
    name: 'one rule for each currency',
    policy: {
      commission: [
        { on: 'purchase', flat: five },
        { on: 'purchase', percent: '8', currencies: ['USD', 'KWD'] },
      ],
    },
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
      [buys('o2', '50.00 USD', { via: 'alice' }), 'alice +4.00 USD'],
      [buys('o3', '5000 JPY', { via: 'alice' }), 'nothing'],
    ],
  },
  {
    name: 'a flat sum for a signup, and a percentage of what the customer buys later',
    policy: { commission: [{ on: 'signup', flat: five }, ...TEN] },
    story: [
      [signsUp('anna', { via: 'alice' }), 'alice +5.00 EUR'],
      [buys('o1', '30.00 EUR', { customer: 'anna' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a sale that nobody referred earns nobody anything',
    policy: { commission: TEN },
    story: [[buys('o1', '50.00 EUR'), 'nothing']],
  },
  {
    name: 'the first order pays more than the later ones',
    policy: {
      commission: [
        { on: 'purchase', percent: '30', order: 'first' },
        { on: 'purchase', percent: '5', order: 'repeat' },
      ],
    },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', customer: 'anna' }), 'alice +3.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', customer: 'anna' }), 'alice +0.50 EUR'],
      [buys('o3', '10.00 EUR', { via: 'alice', customer: 'ben' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'who bought before without a link is no new customer',
    policy: { commission: [{ on: 'purchase', percent: '30', order: 'first' }] },
    story: [
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'nothing'],
      [buys('o2', '10.00 EUR', { via: 'alice', customer: 'anna' }), 'nothing'],
    ],
  },
  {
    name: 'an order without a customer id is that of a customer of its own',
    policy: { commission: [{ on: 'purchase', percent: '30', order: 'first' }] },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +3.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a first order that was returned does not count: the next one is the first',
    policy: { commission: [{ on: 'purchase', percent: '30', order: 'first' }] },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', customer: 'anna' }), 'alice +3.00 EUR'],
      [happens.refund('r1', 'o1'), 'alice -3.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', customer: 'anna' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a rate from a day on, as the day of the sale says and not the day of the report',
    policy: { commission: [...TEN, { on: 'purchase', percent: '20', from: '2026-06-01' }] },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', on: '2026-06-02' }), 'alice +2.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', on: '2026-05-30' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'a campaign that ends',
    policy: {
      commission: [{ on: 'purchase', percent: '50', from: '2026-06-01', until: '2026-06-08' }, ...TEN],
    },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', on: '2026-05-31' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', on: '2026-06-07' }), 'alice +5.00 EUR'],
      [buys('o3', '10.00 EUR', { via: 'alice', on: '2026-06-08T00:00:00Z' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'of two rules of one date the first in the list pays',
    policy: { commission: [...TEN, { on: 'purchase', percent: '20' }] },
    story: [[buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR']],
  },
  {
    name: 'a change of the rules changes no sale of before',
    policy: { commission: TEN },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR'],
      [policy({ commission: [{ on: 'purchase', percent: '20' }] }), 'nothing'],
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'duplicate'],
      [buys('o2', '10.00 EUR', { via: 'alice' }), 'alice +2.00 EUR'],
    ],
  },
  {
    name: 'a partner’s own rate comes before the site’s, newer as that may be',
    policy: { commission: [{ on: 'purchase', percent: '10', from: '2026-05-01' }] },
    terms: { alice: { commission: [{ on: 'purchase', percent: '25' }] } },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +2.50 EUR'],
      [buys('o2', '10.00 EUR', { via: 'bob' }), 'bob +1.00 EUR'],
    ],
  },
  {
    name: 'a group’s rate comes before the site’s, and a partner’s own before the group’s',
    policy: { commission: TEN, groups: { vip: { commission: [{ on: 'purchase', percent: '15' }] } } },
    terms: {
      alice: { group: 'vip' },
      bob: { group: 'vip', commission: [{ on: 'purchase', percent: '20' }] },
    },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +1.50 EUR'],
      [buys('o2', '10.00 EUR', { via: 'bob' }), 'bob +2.00 EUR'],
    ],
  },
  {
    name: 'what a partner’s own rules leave out is paid by the site’s',
    policy: { commission: [{ on: 'signup', flat: five }, ...TEN] },
    terms: { alice: { commission: [{ on: 'purchase', percent: '25' }] } },
    story: [[signsUp('anna', { via: 'alice' }), 'alice +5.00 EUR']],
  },
  {
    name: 'a partner’s rule of 0 % keeps the site’s rule away',
    policy: { commission: TEN },
    terms: { alice: { commission: [{ on: 'purchase', percent: '0' }] } },
    story: [[buys('o1', '10.00 EUR', { via: 'alice' }), 'nothing']],
  },
  {
    name: 'a group that the policy no longer has is as none',
    policy: { commission: TEN, groups: {} },
    terms: { alice: { group: 'constructor' } },
    story: [[buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR']],
  },
  {
    name: 'where only the server’s word pays, a page’s report is credited and earns nothing',
    policy: { commission: TEN, paysFrom: 'server' },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', trust: 'browser' }), 'nothing'],
      [buys('o2', '10.00 EUR', { via: 'alice', trust: 'server' }), 'alice +1.00 EUR'],
    ],
  },
];
