const money = (amount: string) => [{ currency: 'EUR', amount }];

/** A site's policy, as the API takes it, that makes money as dear as it gets: tiers over a year, first orders, signups, every cap, every signal. */
export const everyRule = {
  refundDays: 14,
  fraud: {
    selfReferral: 'hold',
    bots: 'hold',
    adClicks: { search: 'hold', other: 'flag' },
    velocity: { perDay: 1000, action: 'flag' },
    clickFlood: { action: 'flag', perHour: 200, minShare: 10, perClient: 20 },
    bannedReferrers: ['coupons.example', 'deals.example'],
  },
  commission: [
    { on: 'signup', flat: { currency: 'EUR', amount: '1' } },
    { on: 'purchase', percent: '20', categories: ['books'] },
    { on: 'purchase', percent: '15', order: 'first', capPerOrder: money('20') },
    {
      on: 'purchase',
      tiers: {
        by: 'revenue',
        per: 'year',
        currency: 'EUR',
        marginal: true,
        steps: [
          { after: '0', percent: '5' },
          { after: '1000', percent: '7.5' },
          { after: '10000', percent: '10' },
        ],
      },
      capPerOrder: money('25'),
      capPerCustomer: { orders: 12, money: money('500'), months: 12 },
      capPerPeriod: { money: money('100000'), period: 'month' },
    },
  ],
};
