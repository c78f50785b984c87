import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, signsUp, refund, pause, payout, review } = happens;
const TEN = { commission: [{ on: 'purchase', percent: '10' }] };

/** What users of other products have complained about, where it is about money; each named by the thread in which they did. */
export const complaintCases: Case[] = [
  {
    name: 'AffiliateWP#403, #527, #666: the thank-you page is reloaded',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'duplicate'],
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'duplicate'],
    ],
  },
  {
    name: 'AffiliateWP#1949, #1752: a retry with another amount is no second sale',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice', trust: 'browser' }), 'alice +5.00 EUR'],
      [buys('o1', '60.00 EUR', { via: 'alice', trust: 'browser' }), 'duplicate'],
    ],
  },
  {
    name: 'pmpro-affiliates#32, laravel-referrals#35: a signup is reported twice',
    policy: { commission: [{ on: 'signup', flat: { currency: 'EUR', amount: '5.00' } }] },
    story: [
      [signsUp('anna', { via: 'alice' }), 'alice +5.00 EUR'],
      [signsUp('anna', { via: 'alice' }), 'duplicate'],
      [signsUp('anna', { via: 'bob' }), 'duplicate'],
    ],
  },
  {
    name: 'AffiliateWP#1829, #2708: a part of an order is refunded',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
      [refund('r1', 'o1', '20.00 EUR'), 'alice -2.00 EUR'],
      [refund('r2', 'o1'), 'alice -3.00 EUR'],
    ],
  },
  {
    name: 'AffiliateWP#614, #2602, gumroad#6445: the money of a refunded order is no longer shown as earned',
    policy: TEN,
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR'],
      [refund('r1', 'o1'), 'alice -5.00 EUR'],
      [refund('r2', 'o1'), 'refused: over-refund'],
    ],
  },
  {
    name: 'AffiliateWP#1465: an inactive partner does not earn, not even on a customer of before',
    policy: TEN,
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna' }), 'alice +1.00 EUR'],
      [pause('alice'), 'nothing'],
      [buys('o2', '10.00 EUR', { customer: 'anna' }), 'refused: paused'],
      [buys('o3', '10.00 EUR', { via: 'alice' }), 'refused: paused'],
    ],
  },
  {
    name: 'dub#3344, #3381: a second click does not give the sale to the wrong partner',
    policy: { ...TEN, model: 'first' },
    story: [[buys('o1', '10.00 EUR', { via: ['alice', 'bob', 'alice'] }), 'alice +1.00 EUR']],
  },
  {
    name: 'Kilo-Org/cloud#1021: one window, whether link or signup: the server’s',
    policy: { ...TEN, windowDays: 60 },
    story: [
      [signsUp('anna', { via: 'alice', daysAgo: 60 }), 'nothing'],
      [buys('o1', '10.00 EUR', { via: 'alice', daysAgo: 60 }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { via: 'alice', daysAgo: 61 }), 'refused: expired'],
    ],
  },
  {
    name: 'AffiliateWP#519, #808: a partner buys through its own link under another spelling of its address, and waits',
    policy: TEN,
    terms: { alice: { email: 'A.lice+shop@googlemail.com' } },
    story: [
      [signsUp('c-7', { via: 'alice', email: 'alice@gmail.com' }), 'nothing'],
      [buys('o1', '50.00 EUR', { customer: 'c-7' }), 'alice +5.00 EUR'],
      [buys('o2', '20.00 EUR', { via: 'alice', customer: 'c-8' }), 'alice +2.00 EUR'],
      [payout(), 'alice 2.00 EUR'],
      [review('o1', 'rejected'), 'alice -5.00 EUR'],
    ],
  },
  {
    name: 'dubinc/dub#3956, laravel-referrals#34: a shop that allows no self-referral refuses it, and says so',
    policy: { ...TEN, fraud: { selfReferral: 'refuse' } },
    terms: { alice: { customerId: 'c-7' } },
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice', customer: 'c-7' }), 'refused: self-referral'],
      [buys('o2', '50.00 EUR', { via: ['bob', 'alice'], customer: 'c-7' }), 'bob +5.00 EUR'],
    ],
  },
  {
    name: 'AffiliateWP#932: a partner who only tries out its link is no customer, and a shop may allow the rest',
    policy: { ...TEN, fraud: { selfReferral: 'off' } },
    terms: { alice: { customerId: 'c-7' } },
    story: [
      [buys('o1', '50.00 EUR', { via: 'alice', customer: 'c-7' }), 'alice +5.00 EUR'],
      [payout(), 'alice 5.00 EUR'],
    ],
  },
  {
    name: 'Kilo-Org/cloud#2643: coupon, customer and link at once go by the written order',
    policy: { ...TEN, precedence: ['customer', 'coupon', 'touch'] },
    story: [
      [signsUp('anna', { via: 'alice' }), 'nothing'],
      [buys('o1', '10.00 EUR', { customer: 'anna', coupon: 'BOB', via: 'bob' }), 'alice +1.00 EUR'],
      [buys('o2', '10.00 EUR', { coupon: 'BOB', via: 'alice' }), 'bob +1.00 EUR'],
    ],
  },
  {
    name: 'AffiliateWP#1083, #1972: every currency with its own decimals',
    policy: TEN,
    story: [
      [buys('o1', '1995 JPY', { via: 'alice' }), 'alice +200 JPY'],
      [buys('o2', '19.95 USD', { via: 'alice' }), 'alice +2.00 USD'],
      [buys('o3', '19.995 KWD', { via: 'alice' }), 'alice +2.000 KWD'],
    ],
  },
  {
    name: 'woocommerce-payments#7724: a zero-decimal amount is not multiplied by 100',
    policy: TEN,
    story: [[buys('o1', '100 JPY', { via: 'alice' }), 'alice +10 JPY']],
  },
  {
    name: 'code-snippet-library#1: a coupon leaked to coupon sites earns nothing where coupons do not count',
    policy: { ...TEN, precedence: ['customer', 'touch'] },
    story: [
      [buys('o1', '10.00 EUR', { coupon: 'ALICE' }), 'nothing'],
      [buys('o2', '10.00 EUR', { coupon: 'ALICE', via: 'alice' }), 'alice +1.00 EUR'],
    ],
  },
  {
    name: 'matomo#20516: no cookie, but the code comes with the purchase',
    policy: TEN,
    story: [[buys('o1', '10.00 EUR', { via: 'alice', daysAgo: 0 }), 'alice +1.00 EUR']],
  },
  {
    name: 'Shopify topic 340657: page and server both report an order, and it counts once',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', trust: 'server' }), 'alice +1.00 EUR'],
      [buys('o1', '10.00 EUR', { via: 'alice', trust: 'browser' }), 'duplicate'],
    ],
  },
  {
    name: 'Refferq: what a page claims for an order of the server’s cannot be taken back by a page',
    policy: TEN,
    story: [
      [buys('o1', '10.00 EUR', { via: 'alice', trust: 'server' }), 'alice +1.00 EUR'],
      [refund('r1', 'o1', '10.00 EUR', { trust: 'browser' }), 'refused: untrusted'],
    ],
  },
];
