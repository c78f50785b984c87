import { type Candidate, type Earning, explainConversion, type Receipt } from '@reftally/core';
import { describe, expect, it } from 'vitest';
import type { Explainable } from '../src/explain/Explainable.js';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const won = (via: Candidate['via'], at = NOW - 2 * DAY): Candidate => ({
  via,
  code: 'ALICE',
  partner: 'p1',
  at,
  verdict: 'won',
  why: 'won',
});
const lost: Candidate = { via: 'touch', code: 'bob', at: NOW - 3 * DAY, verdict: 'lost', why: 'not-last' };
const receipt = (...candidates: Candidate[]): Receipt => ({
  model: 'last',
  windowDays: 30,
  precedence: ['coupon', 'customer', 'touch'],
  policyVersion: 1,
  rule: 'none',
  candidates,
});
const sale = (given: Partial<Explainable>): Explainable => ({
  type: 'purchase',
  at: NOW,
  trust: 'browser',
  status: 'credited',
  receipt: receipt(won('touch')),
  ...given,
});

describe('who was credited', () => {
  const cases: [name: string, conversion: Explainable, to: string, text: string][] = [
    ['one link', sale({}), 'Alice', 'Credited to Alice: their link was followed 2 days before.'],
    [
      'one of two links',
      sale({ receipt: receipt(won('touch', NOW - 3_600_000), lost) }),
      'you',
      'Credited to you: your link was followed 1 hour before; of 2 links the last one that counts wins.',
    ],
    [
      'a coupon',
      sale({ receipt: receipt(won('coupon', NOW)) }),
      'Alice',
      'Credited to Alice: their coupon ALICE was used.',
    ],
    [
      'a customer',
      sale({ receipt: receipt(won('customer')) }),
      'you',
      'Credited to you: this customer signed up through your link 2 days before.',
    ],
    [
      'nobody',
      sale({ status: 'direct', type: 'signup', receipt: receipt() }),
      'Alice',
      'Nobody is credited: no link, coupon or known customer came with this signup.',
    ],
    [
      'too late',
      sale({ status: 'refused', reason: 'expired', receipt: receipt() }),
      'Alice',
      'Not credited. The link was followed longer ago than the shop counts. It counts for 30 days.',
    ],
    [
      'lost to somebody',
      sale({ status: 'refused', reason: 'not-last' }),
      'you',
      'Not credited. Another link was followed later, and the last one counts.',
    ],
  ];
  it.each(cases)('%s', (_name, conversion, to, text) => {
    expect(explainConversion(conversion, to, 0)).toBe(text);
  });
});

describe('what was earned', () => {
  const earned = (minor: number, earning: Partial<Earning>, clawedBack = 0) => {
    const commission = minor > 0 ? { currency: 'EUR', minor } : undefined;
    const told = { ...receipt(won('touch')), earning: { month: '2026-05', currency: 'EUR', ...earning } };
    return explainConversion(sale({ commission, receipt: told }), 'Alice', clawedBack).replace(
      /^.*? before\. /,
      '',
    );
  };
  const ten = { list: 'site' as const, rule: 1, rates: [{ percent: '10', amount: 5000 }], minor: 500 };

  it('by one rule', () => {
    expect(earned(500, { parts: [ten] })).toBe('5.00 EUR is earned: 10 % of 50.00 EUR (rule 1 of the shop).');
  });
  it('less what was refunded', () => {
    expect(earned(500, { parts: [ten] }, 200)).toMatch(/Refunds have taken back 2\.00 EUR of it\.$/);
  });
  it('by several rules, a table and caps', () => {
    const own = {
      list: 'partner' as const,
      rule: 2,
      rates: [
        { percent: '10', amount: 1000, after: 0 },
        { percent: '20', amount: 2000, after: 10_000 },
      ],
      tier: { by: 'revenue' as const, per: 'month' as const, before: 9000 },
      lines: [{ id: 'b1', amount: 3000, minor: 400 }],
      cuts: [{ by: 'order' as const, limit: 400, minor: 100 }],
      minor: 400,
    };
    const flat = { list: 'group' as const, group: 'vip', rule: 1, rates: [{ flat: 300 }], minor: 300 };
    expect(earned(700, { parts: [own, flat] })).toBe(
      '7.00 EUR is earned: 4.00 EUR is 10 % of 10.00 EUR + 20 % of 20.00 EUR for b1 (rule 2 of the partner’s own, after 90.00 EUR in that month), less 1.00 EUR because 4.00 EUR is the most for one order; 3.00 EUR is a flat 3.00 EUR (rule 1 of the group vip).',
    );
  });
  it.each([
    ['customer-months', { limit: 12 }, 'a customer counts for 12 months'],
    ['customer-orders', { limit: 2, used: 2 }, '2 orders of this customer have been paid and 2 is the most'],
    [
      'customer-money',
      { limit: 900, used: 900 },
      '9.00 EUR is the most for one customer and 9.00 EUR had been earned before',
    ],
    ['period', { limit: 900, used: 0, period: 'year' as const }, '9.00 EUR is the most in that year'],
  ] as const)('nothing, because of %s', (by, cut, text) => {
    const cuts = [{ by, ...cut, minor: 500 }];
    expect(earned(0, { parts: [{ ...ten, cuts, minor: 0 }] })).toBe(
      `Nothing is earned: 10 % of 50.00 EUR (rule 1 of the shop), less 5.00 EUR because ${text}.`,
    );
  });
  it.each([
    ['untrusted', 'Nothing is earned: the shop does not pay for what is only known from a browser report.'],
    ['no-rule', 'Nothing is earned: no commission rule applies to it.'],
  ] as const)('nothing: %s', (none, text) => {
    expect(earned(0, { none })).toBe(text);
  });
});

describe('what is suspicious', () => {
  const flags = [
    { signal: 'self-referral' as const, note: 'the partner is the customer', holds: false },
    { signal: 'velocity' as const, note: 'there were many before', holds: false },
  ];

  it('is told to the owner, and not to the partner', () => {
    const text = 'Credited to Alice: their link was followed 2 days before.';
    expect(explainConversion(sale({ flags }), 'Alice', 0)).toBe(
      `${text} Suspicious: the partner is the customer; there were many before.`,
    );
    expect(explainConversion(sale({ flags }), 'you', 0)).toBe(
      'Credited to you: your link was followed 2 days before.',
    );
  });
});
