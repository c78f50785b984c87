import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/api/ApiError.js';
import type { Candidate } from '../src/api/Candidate.js';
import type { Conversion } from '../src/api/Conversion.js';
import { candidateStory } from '../src/lib/candidateStory.js';
import { changeOf } from '../src/lib/changeOf.js';
import { errorText } from '../src/lib/errorText.js';
import { fieldMessage } from '../src/lib/fieldMessage.js';
import { fieldOf } from '../src/lib/fieldOf.js';
import { formatChange } from '../src/lib/formatChange.js';
import { formatRate } from '../src/lib/formatRate.js';
import { reasonName } from '../src/lib/reasonName.js';
import { reasonText } from '../src/lib/reasonText.js';
import { receiptStory } from '../src/lib/receiptStory.js';
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
const WON = candidate('touch', '2026-11-19T10:00:00Z', 'won');
const OLDER = candidate('touch', '2026-11-01T10:00:00Z', 'not-last');
const conversion = (candidates: Candidate[], more: Partial<Conversion> = {}): Conversion => ({
  id: 'c1',
  site: 's',
  type: 'purchase',
  at,
  partnerName: 'Alice',
  status: 'credited',
  trust: 'server',
  receipt: {
    model: 'last',
    windowDays: 30,
    precedence: ['coupon', 'customer', 'touch'],
    policyVersion: 2,
    rule: 'last-touch',
    candidates,
  },
  ...more,
});

describe('the answer to “why?”', () => {
  const coupon = candidate('coupon', at, 'won');
  const customer = candidate('customer', '2026-10-23T10:00:00Z', 'won');
  test.each<[string, Conversion, 'partner' | 'shop', string]>([
    [
      'only link',
      conversion([WON]),
      'partner',
      'Credited to you. Your link was the only one that the customer followed, 3 days before the purchase.',
    ],
    [
      'last link',
      conversion([WON, OLDER]),
      'partner',
      'Credited to you. Your link was the last one that the customer followed, 3 days before the purchase.',
    ],
    [
      'to the shop',
      conversion([WON, OLDER], { type: 'signup' }),
      'shop',
      'Credited to Alice. Their link was the last one that the customer followed, 3 days before the signup.',
    ],
    [
      'coupon',
      conversion([coupon, OLDER]),
      'partner',
      'Credited to you. Your coupon alice was used at the checkout.',
    ],
    [
      'customer',
      conversion([customer]),
      'partner',
      'Credited to you. This customer came through your link 30 days earlier, and stays with you.',
    ],
    [
      'expired',
      conversion([OLDER], { status: 'refused', reason: 'expired' }),
      'partner',
      'Not credited. The visit through the link was longer ago than the shop counts. The shop counts 30 days.',
    ],
    [
      'direct',
      conversion([], { status: 'direct' }),
      'shop',
      'No referral link, coupon or known customer came with this purchase.',
    ],
    ['nothing known', conversion([]), 'partner', 'Credited by the shop.'],
  ])('%s', (_name, of, viewer, text) => {
    expect(receiptStory(of, viewer)).toBe(text);
  });

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
