import type { Cut, EarningPart } from '@reftally/core';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/api/ApiError.js';
import type { Candidate } from '../src/api/Candidate.js';
import type { Conversion } from '../src/api/Conversion.js';
import type { OrderAnswer } from '../src/api/OrderAnswer.js';
import { candidateStory } from '../src/lib/candidateStory.js';
import { changeOf } from '../src/lib/changeOf.js';
import { cutText } from '../src/lib/cutText.js';
import { errorText } from '../src/lib/errorText.js';
import { fieldMessage } from '../src/lib/fieldMessage.js';
import { fieldOf } from '../src/lib/fieldOf.js';
import { formatChange } from '../src/lib/formatChange.js';
import { formatRate } from '../src/lib/formatRate.js';
import { lineAbout } from '../src/lib/lineAbout.js';
import { orderVerdict } from '../src/lib/orderVerdict.js';
import { partRule } from '../src/lib/partRule.js';
import { rateText } from '../src/lib/rateText.js';
import { reasonName } from '../src/lib/reasonName.js';
import { reasonText } from '../src/lib/reasonText.js';
import { ruleText } from '../src/lib/ruleText.js';

const at = '2026-11-22T10:00:00Z';
const candidate = (via: Candidate['via'], when: string, why: string): Candidate => ({
  via,
  code: 'alice',
  partner: 'p1',
  at: when,
  verdict: why === 'won' ? 'won' : 'lost',
  why,
});
const conversion = (candidates: Candidate[]): Conversion => ({
  id: 'c1',
  site: 's',
  type: 'purchase',
  at,
  partnerName: 'Alice',
  status: 'credited',
  trust: 'server',
  explanation: '',
  receipt: {
    model: 'last',
    windowDays: 30,
    precedence: ['coupon', 'customer', 'touch'],
    policyVersion: 2,
    rule: 'last-touch',
    candidates,
  },
});

describe('the answer to “why?”', () => {
  const coupon = candidate('coupon', at, 'won');
  test.each([
    ['won', 'This one was credited.'],
    ['not-last', 'A later link counted: the shop credits the last one.'],
    ['not-first', 'An earlier link counted: the shop credits the first one.'],
    ['lower-precedence', 'Here coupons come first.'],
    ['expired', 'Older than the 30 days that the shop counts.'],
    ['paused', 'The partner was paused at the time.'],
    ['made-up-later', 'Made up later.'],
  ])('a candidate: %s', (why, text) => {
    const { receipt } = conversion([coupon]);
    expect(candidateStory(candidate('touch', at, why), receipt)).toBe(text);
  });

  test('the rule', () => {
    expect(ruleText(conversion([]).receipt)).toBe(
      'The shop’s rule, version 2: coupon, then known customer, then link. Of several links the last one counts, for 30 days.',
    );
  });
});

describe('what became of an order', () => {
  const found = (status: Conversion['status'], reason?: string): OrderAnswer => ({
    conversions: [{ ...conversion([]), status, ...(reason ? { reason } : {}) }],
    known: true,
  });
  test.each<[string, OrderAnswer, 'partner' | 'shop', string]>([
    ['credited', found('credited'), 'partner', 'Order 7 was credited to you.'],
    ['to the shop', found('credited'), 'shop', 'Order 7 was credited to Alice.'],
    ['lost', found('refused', 'not-last'), 'partner', 'Order 7 was credited to another partner.'],
    [
      'outranked',
      found('refused', 'lower-precedence'),
      'partner',
      'Order 7 was credited to another partner.',
    ],
    ['refused', found('refused', 'expired'), 'partner', 'Order 7 was not credited.'],
    ['direct', found('direct'), 'shop', 'Order 7 came without a partner.'],
    [
      'no tie',
      { conversions: [], known: true },
      'partner',
      'Order 7 was reported, but nothing of yours came with it.',
    ],
    ['unknown', { conversions: [], known: false }, 'partner', 'Order 7 has never been reported.'],
  ])('%s', (_name, answer, viewer, title) => {
    expect(orderVerdict('7', answer, viewer).title).toBe(title);
  });
});

describe('how a commission adds up', () => {
  test.each([
    ['percent', { percent: '20', amount: 4000 }, 'EUR', '20% of €40.00'],
    ['a fine rate', { percent: '12.345678', amount: 4000 }, 'JPY', '12.345678% of ¥4,000'],
    ['flat', { flat: 500 }, 'KWD', 'KWD 0.500, a flat sum'],
  ])('rate: %s', (_name, rate, currency, text) => {
    expect(rateText(rate, currency, 'en-US').replaceAll('\u00a0', ' ')).toBe(text);
  });

  test.each<[string, Omit<Cut, 'minor'>, string]>([
    ['order', { by: 'order', limit: 400 }, 'one order earns €4.00 at most'],
    [
      'customer',
      { by: 'customer-money', limit: 400, used: 150 },
      'one customer earns €4.00 at most, and €1.50 came before',
    ],
    ['months', { by: 'customer-months', limit: 12 }, 'a customer counts for 12 months'],
    [
      'orders',
      { by: 'customer-orders', limit: 1, used: 1 },
      'a customer counts for 1 order, and 1 came before',
    ],
    [
      'month',
      { by: 'period', limit: 900, period: 'month', used: 700 },
      '€9.00 at most in a month, and €7.00 came before',
    ],
    ['ever', { by: 'period', limit: 900, period: 'ever' }, '€9.00 at most'],
  ])('cap: %s', (_name, cut, text) => {
    expect(cutText({ ...cut, minor: 200 }, 'EUR', 'en-US')).toBe(`€2.00 less: ${text}`);
  });

  const part = { rule: 2, rates: [], minor: 0 };
  test.each<[EarningPart, string]>([
    [{ ...part, list: 'site' }, 'rule 2 of the shop'],
    [{ ...part, list: 'partner' }, 'rule 2 of the partner’s own'],
    [{ ...part, list: 'group', group: 'vip' }, 'rule 2 of the group vip'],
    [
      { ...part, list: 'site', tier: { by: 'purchases', per: 'month', before: 1 } },
      'rule 2 of the shop, after 1 purchase in that month',
    ],
    [
      { ...part, list: 'site', tier: { by: 'revenue', per: 'ever', before: 100_000 } },
      'rule 2 of the shop, after €1,000.00 so far',
    ],
  ])('rule: %j', (of, text) => {
    expect(partRule(of, 'EUR', 'en-US')).toBe(text);
  });
});

test('reasons that this page does not know are shown as they are', () => {
  expect(reasonText('some-new-reason')).toBe('Some new reason.');
  expect(reasonName('some-new-reason')).toBe('Some new reason');
});

test.each([
  [0, 'unreachable', undefined, 'The collector does not answer', 'Check your connection, then try again.'],
  [429, 'slow', 12, 'That was a lot of requests', 'Wait 12 seconds, then try again.'],
  [429, 'slow', undefined, 'That was a lot of requests', 'Wait a moment, then try again.'],
  [503, 'full', undefined, 'The collector has a problem', 'Nothing is lost. Try again in a minute.'],
  [403, 'other', undefined, 'That did not work', 'Ours.'],
])('error %d %s', (status, code, wait, title, next) => {
  expect(errorText(new ApiError(status, code, 'Ours.', wait))).toEqual({ title, next });
});

test.each([
  ['invalid', 'code: only letters', undefined, 'code'],
  ['code-taken', 'This belongs to another partner.', undefined, 'code'],
  ['invalid', 'Email is not an address.', undefined, 'email'],
  ['invalid', 'Something about the code', 'name', 'name'],
  ['invalid', 'Something else', undefined, undefined],
])('%s “%s” is about a field', (code, message, named, field) => {
  expect(fieldOf(new ApiError(400, code, message, undefined, named))).toBe(field);
});

test.each([
  ['code: expected a code of 1 to 64 characters', 'Expected a code of 1 to 64 characters.'],
  ['Codes are short.', 'Codes are short.'],
])('%s, under its field', (message, text) => {
  expect(fieldMessage('code', message)).toBe(text);
});

test.each([
  [12, 10, '+20%'],
  [5, 10, '-50%'],
  [1000, 1001, 'no change'],
])('%d after %d is %s', (now, before, text) => {
  expect(formatChange(changeOf(now, before) ?? Number.NaN, 'en-US')).toBe(text);
});

test('nothing is divided by nothing', () => {
  expect(changeOf(5, 0)).toBeUndefined();
  expect(formatRate(5, 0)).toBe('–');
  expect(formatRate(38, 1000, 'en-US')).toBe('3.8%');
});

describe('a line of the account', () => {
  const cases: [string, Parameters<typeof lineAbout>[0], string, string][] = [
    ['an earning', { type: 'earning', minor: 5, conversion: 'c1' }, 'Earned', 'conversion c1'],
    [
      'an earning that is flagged',
      { type: 'earning', minor: 5, conversion: 'c1', review: 'open' },
      'Earned',
      'conversion c1',
    ],
    [
      'a refund',
      { type: 'clawback', minor: -5, conversion: 'c1', refundId: 'r1' },
      'Taken back',
      'refund r1',
    ],
    ['by hand', { type: 'adjustment', minor: 5, note: 'Bonus' }, 'Adjustment', 'Bonus'],
    [
      'held',
      { type: 'adjustment', minor: 0, conversion: 'c1', review: 'held' },
      'Held for a review',
      'conversion c1',
    ],
    [
      'approved',
      { type: 'adjustment', minor: 0, conversion: 'c1', review: 'approved' },
      'Approved',
      'conversion c1',
    ],
    [
      'rejected',
      { type: 'adjustment', minor: -5, conversion: 'c1', review: 'rejected', note: 'Own order' },
      'Rejected',
      'Own order',
    ],
    ['a payout', { type: 'payout', minor: -5, payout: 'may' }, 'Payout', 'may'],
    ['a payout that comes back', { type: 'payout', minor: 5, payout: 'may' }, 'Payout cancelled', 'may'],
  ];
  test.each(cases)('%s', (_, line, what, about) => {
    expect(lineAbout(line)).toEqual({ what, about });
  });
});
