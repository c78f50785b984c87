import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, refund } = happens;
const table = (tiers: object) => ({ commission: [{ on: 'purchase', tiers }] });
const byRevenue = (more: object = {}) =>
  table({
    by: 'revenue',
    per: 'month',
    currency: 'EUR',
    steps: [{ percent: '10' }, { after: '100.00', percent: '20' }, { after: '300.00', percent: '30' }],
    ...more,
  });
const on = (day: string) => ({ via: 'alice', on: day });

/** The more, the more. */
export const tierCases: Case[] = [
  {
    name: 'by revenue: the order that crosses a step is paid as it begins, the next one by the new step',
    policy: byRevenue(),
    story: [
      [buys('o1', '99.00 EUR', on('2026-05-01')), 'alice +9.90 EUR'],
      [buys('o2', '100.00 EUR', on('2026-05-02')), 'alice +10.00 EUR'],
      [buys('o3', '101.00 EUR', on('2026-05-03')), 'alice +20.20 EUR'],
      [buys('o4', '10.00 EUR', on('2026-05-04')), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'by revenue, marginal: the order that crosses is split at the step',
    policy: byRevenue({ marginal: true }),
    story: [
      [buys('o1', '90.00 EUR', on('2026-05-01')), 'alice +9.00 EUR'],
      [buys('o2', '30.00 EUR', on('2026-05-02')), 'alice +5.00 EUR'],
      [buys('o3', '1000.00 EUR', on('2026-05-03')), 'alice +282.00 EUR'],
    ],
  },
  {
    name: 'one order over all steps, marginal',
    policy: byRevenue({ marginal: true }),
    story: [[buys('o1', '400.00 EUR', on('2026-05-01')), 'alice +80.00 EUR']],
  },
  {
    name: 'a new month begins at the first step',
    policy: byRevenue(),
    story: [
      [buys('o1', '150.00 EUR', on('2026-05-31')), 'alice +15.00 EUR'],
      [buys('o2', '10.00 EUR', on('2026-05-31')), 'alice +2.00 EUR'],
      [buys('o3', '10.00 EUR', on('2026-06-01')), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'each partner climbs alone',
    policy: byRevenue(),
    story: [
      [buys('o1', '150.00 EUR', { via: 'alice' }), 'alice +15.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'bob' }), 'bob +1.00 EUR'],
    ],
  },
  {
    name: 'what was returned does not carry a partner up, and what was paid stays paid',
    policy: byRevenue(),
    story: [
      [buys('o1', '150.00 EUR', on('2026-05-01')), 'alice +15.00 EUR'],
      [buys('o2', '10.00 EUR', on('2026-05-02')), 'alice +2.00 EUR'],
      [refund('r1', 'o1', '80.00 EUR', { on: '2026-05-03' }), 'alice -8.00 EUR'],
      [buys('o3', '10.00 EUR', on('2026-05-04')), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'revenue of other currencies is not mixed in',
    policy: byRevenue(),
    story: [
      [buys('o1', '50000 JPY', on('2026-05-01')), 'nothing'],
      [buys('o2', '10.00 EUR', on('2026-05-02')), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'by number of purchases in a quarter',
    policy: table({
      by: 'purchases',
      per: 'quarter',
      steps: [{ percent: '10' }, { after: 2, percent: '20' }],
    }),
    story: [
      [buys('o1', '10.00 EUR', on('2026-04-01')), 'alice +1.00 EUR'],
      [buys('o2', '10.00 USD', on('2026-05-01')), 'alice +1.00 USD'],
      [buys('o3', '10.00 EUR', on('2026-06-30')), 'alice +2.00 EUR'],
      [buys('o4', '10.00 EUR', on('2026-07-01')), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'flat sums by number of purchases, for ever; a returned order does not count',
    policy: table({
      by: 'purchases',
      per: 'ever',
      steps: [
        { flat: { currency: 'EUR', amount: '1.00' } },
        { after: 1, flat: { currency: 'EUR', amount: '3.00' } },
      ],
    }),
    story: [
      [buys('o1', '10.00 EUR', on('2025-01-01')), 'alice +1.00 EUR'],
      [refund('r1', 'o1'), 'alice -1.00 EUR'],
      [buys('o2', '10.00 EUR', on('2026-01-01')), 'alice +1.00 EUR'],
      [buys('o3', '10.00 EUR', on('2026-12-01')), 'alice +3.00 EUR'],
    ],
  },
  {
    name: 'a year of the calendar',
    policy: byRevenue({ per: 'year' }),
    story: [
      [buys('o1', '200.00 EUR', on('2026-01-01')), 'alice +20.00 EUR'],
      [buys('o2', '10.00 EUR', on('2026-12-30')), 'alice +2.00 EUR'],
      [buys('o3', '10.00 EUR', on('2027-01-01')), 'alice +1.00 EUR'],
    ],
  },
];
