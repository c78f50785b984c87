import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, refund, signsUp, policy } = happens;
const eur = (amount: string) => ({ currency: 'EUR', amount });
const half = (caps: object) => ({ commission: [{ on: 'purchase', percent: '50', ...caps }] });
const anna = { via: 'alice', customer: 'anna' };

/** Where it stops. */
export const capCases: Case[] = [
  {
    name: 'at most 20.00 for one order',
    policy: half({ capPerOrder: eur('20.00') }),
    story: [
      [buys('o1', '40.00 EUR', { via: 'alice' }), 'alice +20.00 EUR'],
      [buys('o2', '40.02 EUR', { via: 'alice' }), 'alice +20.00 EUR'],
      [buys('o3', '39.98 EUR', { via: 'alice' }), 'alice +19.99 EUR'],
    ],
  },
  {
    name: 'a cap in euros does not cap dollars, and one in both caps each',
    policy: half({ capPerOrder: [eur('20.00'), { currency: 'JPY', amount: '3000' }] }),
    story: [
      [buys('o1', '100.00 USD', { via: 'alice' }), 'alice +50.00 USD'],
      [buys('o2', '10000 JPY', { via: 'alice' }), 'alice +3000 JPY'],
    ],
  },
  {
    name: 'the first two orders of each customer pay',
    policy: half({ capPerCustomer: { orders: 2 } }),
    story: [
      [buys('o1', '10.00 EUR', anna), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', anna), 'alice +5.00 EUR'],
      [buys('o3', '10.00 EUR', anna), 'nothing'],
      [buys('o4', '10.00 EUR', { via: 'alice', customer: 'ben' }), 'alice +5.00 EUR'],
    ],
  },
  {
    name: 'a returned order gives its place to another',
    policy: half({ capPerCustomer: { orders: 1 } }),
    story: [
      [buys('o1', '10.00 EUR', anna), 'alice +5.00 EUR'],
      [refund('r1', 'o1', '9.99 EUR'), 'alice -4.99 EUR'],
      [buys('o2', '10.00 EUR', anna), 'nothing'],
      [refund('r2', 'o1'), 'alice -0.01 EUR'],
      [buys('o3', '10.00 EUR', anna), 'alice +5.00 EUR'],
    ],
  },
  {
    name: 'at most 12.00 by one customer: the order that reaches it pays the rest',
    policy: half({ capPerCustomer: { money: eur('12.00') } }),
    story: [
      [buys('o1', '20.00 EUR', anna), 'alice +10.00 EUR'],
      [buys('o2', '20.00 EUR', anna), 'alice +2.00 EUR'],
      [buys('o3', '20.00 EUR', anna), 'nothing'],
    ],
  },
  {
    name: 'a customer’s cap is one for each partner',
    policy: half({ capPerCustomer: { money: eur('5.00') } }),
    story: [
      [buys('o1', '20.00 EUR', anna), 'alice +5.00 EUR'],
      [buys('o2', '20.00 EUR', { via: 'bob', customer: 'anna' }), 'bob +5.00 EUR'],
    ],
  },
  {
    name: 'what a signup paid counts towards the customer’s cap',
    policy: {
      commission: [
        { on: 'signup', flat: eur('5.00') },
        { on: 'purchase', percent: '50', capPerCustomer: { money: eur('8.00') } },
      ],
    },
    story: [
      [signsUp('anna', { via: 'alice' }), 'alice +5.00 EUR'],
      [buys('o1', '20.00 EUR', { customer: 'anna' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a customer pays for 12 months, to the day',
    policy: half({ capPerCustomer: { months: 12 } }),
    story: [
      [signsUp('anna', { via: 'alice', on: '2025-03-31' }), 'nothing'],
      [buys('o0', '10.00 EUR', { customer: 'anna', on: '2025-06-15' }), 'alice +5.00 EUR'],
      [buys('o1', '10.00 EUR', { customer: 'anna', on: '2026-03-30' }), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', { customer: 'anna', on: '2026-03-31' }), 'nothing'],
    ],
  },
  {
    name: 'one month from 31 January ends with 28 February, in the shop’s time zone',
    policy: half({ capPerCustomer: { months: 1 } }),
    story: [
      [buys('o1', '10.00 EUR', { ...anna, on: '2026-01-31' }), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', { ...anna, on: '2026-02-27T22:59:00Z' }), 'alice +5.00 EUR'],
      [buys('o3', '10.00 EUR', { ...anna, on: '2026-02-27T23:00:00Z' }), 'nothing'],
    ],
  },
  {
    name: 'at most 15.00 a month, and the next month begins anew',
    policy: half({ capPerPeriod: { money: eur('15.00'), period: 'month' } }),
    story: [
      [buys('o1', '20.00 EUR', { via: 'alice', on: '2026-05-01' }), 'alice +10.00 EUR'],
      [buys('o2', '20.00 EUR', { via: 'alice', on: '2026-05-31' }), 'alice +5.00 EUR'],
      [buys('o3', '20.00 EUR', { via: 'alice', on: '2026-06-01' }), 'alice +10.00 EUR'],
      [buys('o4', '20.00 EUR', { via: 'bob', on: '2026-05-31' }), 'bob +10.00 EUR'],
    ],
  },
  {
    name: 'a sale that is reported late counts in the month in which it was made',
    policy: half({ capPerPeriod: { money: eur('15.00'), period: 'month' } }),
    story: [
      [buys('o1', '30.00 EUR', { via: 'alice', on: '2026-06-02' }), 'alice +15.00 EUR'],
      [buys('o2', '30.00 EUR', { via: 'alice', on: '2026-05-31' }), 'alice +15.00 EUR'],
      [buys('o3', '30.00 EUR', { via: 'alice', on: '2026-06-03' }), 'nothing'],
    ],
  },
  {
    name: 'midnight of the shop and not of Greenwich begins a month',
    policy: half({ capPerPeriod: { money: eur('5.00'), period: 'month' } }),
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', on: '2026-05-31T21:59:00Z' }), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', on: '2026-05-31T22:00:00Z' }), 'alice +5.00 EUR'],
      [buys('o3', '10.00 EUR', { via: 'alice', on: '2026-06-30' }), 'nothing'],
    ],
  },
  {
    name: 'a quarter, a year and all of time',
    policy: {
      commission: [
        {
          on: 'purchase',
          percent: '50',
          until: '2026-04-01',
          capPerPeriod: { money: eur('6.00'), period: 'quarter' },
        },
        {
          on: 'purchase',
          percent: '50',
          from: '2026-04-01',
          capPerPeriod: { money: eur('9.00'), period: 'year' },
        },
        {
          on: 'purchase',
          percent: '50',
          from: '2027-01-01',
          capPerPeriod: { money: eur('10.00'), period: 'ever' },
        },
      ],
    },
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', on: '2026-01-10' }), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', on: '2026-03-10' }), 'alice +1.00 EUR'],
      [buys('o3', '10.00 EUR', { via: 'alice', on: '2026-11-10' }), 'alice +3.00 EUR'],
      [buys('o4', '10.00 EUR', { via: 'alice', on: '2027-01-10' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'a refund gives room back to its month, and pays nothing afterwards to orders that were cut',
    policy: half({ capPerPeriod: { money: eur('15.00'), period: 'month' } }),
    story: [
      [buys('o1', '20.00 EUR', { via: 'alice', on: '2026-05-01' }), 'alice +10.00 EUR'],
      [buys('o2', '20.00 EUR', { via: 'alice', on: '2026-05-02' }), 'alice +5.00 EUR'],
      [refund('r1', 'o1', undefined, { on: '2026-06-10' }), 'alice -10.00 EUR'],
      [buys('o3', '40.00 EUR', { via: 'alice', on: '2026-06-11' }), 'alice +15.00 EUR'],
      [buys('o4', '30.00 EUR', { via: 'alice', on: '2026-05-31' }), 'alice +10.00 EUR'],
    ],
  },
  {
    name: 'a change of the rules does not open a cap again',
    policy: half({ capPerPeriod: { money: eur('5.00'), period: 'month' } }),
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
      [policy(half({ capPerPeriod: { money: eur('6.00'), period: 'month' } })), 'nothing'],
      [buys('o2', '10.00 EUR', { via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'a rule that its cap has used up does not give way to the next one',
    policy: {
      commission: [
        { on: 'purchase', percent: '50', capPerCustomer: { orders: 1 } },
        { on: 'purchase', percent: '10' },
      ],
    },
    story: [
      [buys('o1', '10.00 EUR', anna), 'alice +5.00 EUR'],
      [buys('o2', '10.00 EUR', anna), 'nothing'],
    ],
  },
  {
    name: 'of several caps the tightest one counts',
    policy: half({
      capPerOrder: eur('8.00'),
      capPerCustomer: { money: eur('10.00') },
      capPerPeriod: { money: eur('13.00'), period: 'month' },
    }),
    story: [
      [buys('o1', '100.00 EUR', anna), 'alice +8.00 EUR'],
      [buys('o2', '100.00 EUR', anna), 'alice +2.00 EUR'],
      [buys('o3', '100.00 EUR', { via: 'alice', customer: 'ben' }), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a flat sum for signups stops at a sum a month',
    policy: {
      commission: [
        { on: 'signup', flat: eur('4.00'), capPerPeriod: { money: eur('6.00'), period: 'month' } },
      ],
    },
    story: [
      [signsUp('anna', { via: 'alice' }), 'alice +4.00 EUR'],
      [signsUp('ben', { via: 'alice' }), 'alice +2.00 EUR'],
      [signsUp('cleo', { via: 'alice' }), 'nothing'],
    ],
  },
];
