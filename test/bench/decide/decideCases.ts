import type { CommissionRule, TierStep } from '@reftally/core';
import type { DecideCase } from './DecideCase.js';

const steps: TierStep[] = [
  { after: 0, percent: '5' },
  { after: 100_000, percent: '7.5' },
  { after: 1_000_000, percent: '10' },
];
const most = (minor: number) => [{ currency: 'EUR', minor }];
const percent: CommissionRule = { on: 'purchase', percent: '12.5' };
const capped: CommissionRule = {
  ...percent,
  capPerOrder: most(2_000),
  capPerCustomer: { orders: 12, money: most(50_000), months: 12 },
  capPerPeriod: { money: most(5_000_000), period: 'month' },
};
const items = ['10.00', '20.00', '9.99', '10.00'].map((amount, index) => ({
  id: `sku-${index}`,
  category: index % 2 === 0 ? 'Books' : 'Music',
  amount,
  quantity: 1,
}));

/** From the simplest policy to one that uses everything; all purchases are credited to a touch. */
export const decideCases: DecideCase[] = [
  { name: 'no rule', commission: [] },
  { name: 'percent', commission: [percent] },
  {
    name: 'marginal tiers, by the revenue of a year',
    commission: [
      { on: 'purchase', tiers: { by: 'revenue', per: 'year', currency: 'EUR', marginal: true, steps } },
    ],
  },
  { name: 'percent with every cap', commission: [capped] },
  {
    name: 'four lines, two rules',
    commission: [{ on: 'purchase', percent: '20', categories: ['books'] }, percent],
    items,
  },
];
