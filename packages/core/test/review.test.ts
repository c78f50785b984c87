import {
  type Conversion,
  decideReview,
  type Flag,
  type LedgerEntry,
  type Order,
  payoutLines,
  type Receipt,
  type Review,
  type ReviewState,
  type ReviewVerdict,
  reviewStateOf,
  type Stage,
  stagesOf,
} from '@reftally/core';
import { describe, expect, it } from 'vitest';
import { explainConversion } from '../src/explain/explainConversion.js';

const NOW = Date.UTC(2026, 4, 1);
const eur = (minor: number) => ({ currency: 'EUR', minor });
const receipt: Receipt = {
  model: 'last',
  windowDays: 30,
  precedence: ['coupon', 'customer', 'touch'],
  policyVersion: 1,
  rule: 'last-touch',
  candidates: [],
};
const flag = (holds: boolean): Flag => ({ signal: 'bot', note: 'a robot sent it', holds });
const review = (verdict: ReviewVerdict, given: Partial<Review> = {}): Review => ({
  id: verdict,
  verdict,
  by: 'Eve',
  at: NOW,
  ...given,
});
const sale = (given: Partial<Conversion> = {}): Conversion => ({
  id: 'c',
  type: 'purchase',
  event: 'e',
  at: NOW,
  trust: 'server',
  status: 'credited',
  partner: 'alice',
  receipt,
  ...given,
});
const order = (given: Partial<Order> = {}): Order => ({
  orderId: 'o',
  conversion: 'c',
  amount: eur(10_000),
  trust: 'server',
  refunded: 2000,
  earned: 1000,
  clawedBack: 200,
  payableAt: NOW + 5,
  ...given,
});

describe('how a conversion stands', () => {
  it.each<[string, Partial<Conversion>, ReviewState | undefined]>([
    ['nothing was said', {}, undefined],
    ['a flag does not hold', { flags: [flag(false)] }, undefined],
    ['one of the flags holds', { flags: [flag(false), flag(true)] }, 'open'],
    ['somebody has decided', { flags: [flag(true)], reviews: [review('approved')] }, 'approved'],
    ['the last word counts', { reviews: [review('rejected'), review('approved'), review('held')] }, 'held'],
  ])('%s', (_, given, state) => {
    expect(reviewStateOf(sale(given))).toBe(state);
  });
});

describe('a verdict', () => {
  /** What each can follow; everything else cannot. */
  const after: Record<string, ReviewVerdict[]> = {
    none: ['held', 'rejected'],
    open: ['approved', 'held', 'rejected'],
    held: ['approved', 'rejected'],
    approved: ['held', 'rejected'],
    rejected: ['approved'],
  };
  const standing: Record<string, Partial<Conversion>> = {
    none: {},
    open: { flags: [flag(true)] },
    held: { reviews: [review('held')] },
    approved: { reviews: [review('approved')] },
    rejected: { reviews: [review('rejected')] },
  };
  const cases = Object.keys(after).flatMap((state) =>
    (['approved', 'held', 'rejected'] as const).map(
      (verdict) => [verdict, state, after[state]?.includes(verdict) ? 'is given' : 'is refused'] as const,
    ),
  );
  it.each(cases)('%s after %s %s', (verdict, state, expected) => {
    const known = { conversion: sale(standing[state]), order: order(), payableAt: NOW };
    const decided = decideReview(review(verdict), known, NOW);
    expect('problem' in decided ? 'is refused' : 'is given').toBe(expected);
    if ('problem' in decided)
      for (const possible of after[state] ?? [])
        expect(decided.problem).toMatch(new RegExp(`can be .*${possible}`));
  });

  it('takes what refunds have left, and names the time and the note', () => {
    const known = { conversion: sale(standing.open), order: order(), payableAt: NOW + 5 };
    const { at: _, ...asked } = review('rejected', { note: 'own order' });
    expect(decideReview(asked, known, NOW + 1)).toEqual({
      review: { ...asked, at: NOW + 1 },
      order: order({ rejected: true }),
      entries: [
        {
          id: 'c.review.1',
          type: 'adjustment',
          partner: 'alice',
          conversion: 'c',
          at: NOW + 1,
          payableAt: NOW + 5,
          currency: 'EUR',
          minor: -800,
          review: 'rejected',
          note: 'own order',
        },
      ],
    });
  });

  it.each<[string, Partial<Conversion>, ReviewVerdict, Partial<Order> | undefined, object[]]>([
    [
      'gives back what it would have by then',
      standing.rejected ?? {},
      'approved',
      { clawedBack: 300 },
      [{ minor: 700 }],
    ],
    ['keeps the note of holding to itself', {}, 'held', {}, [{ minor: 0, review: 'held' }]],
    [
      'takes nothing from what has earned nothing',
      {},
      'rejected',
      { earned: 0, clawedBack: 0 },
      [{ minor: 0 }],
    ],
    [
      'takes all of a signup',
      { type: 'signup', commission: eur(500) },
      'rejected',
      undefined,
      [{ minor: -500 }],
    ],
    ['writes nothing about a signup that never earns', { type: 'signup' }, 'rejected', undefined, []],
  ])('%s', (_, given, verdict, ordered, entries) => {
    const conversion = sale(given);
    const known = { conversion, ...(ordered && { order: order(ordered) }), payableAt: NOW };
    const decided = decideReview(review(verdict, { note: 'secret' }), known, NOW);
    expect(decided).toMatchObject({ entries });
    for (const { minor, note } of 'problem' in decided ? [] : decided.entries) {
      expect(note).toBe(verdict === 'rejected' ? 'secret' : undefined);
      expect(Object.is(minor, -0)).toBe(false);
    }
  });
});

describe('where lines stand', () => {
  const line = (minor: number, given: Partial<LedgerEntry> = {}): LedgerEntry => ({
    id: '',
    type: minor < 0 ? 'clawback' : 'earning',
    partner: 'alice',
    conversion: 'c',
    at: NOW,
    payableAt: NOW,
    currency: 'EUR',
    minor,
    ...given,
  });
  const mark = (state: ReviewState, minor = 0): LedgerEntry =>
    line(minor, { type: 'adjustment', review: state });
  const payout = (id: string, minor: number): LedgerEntry => {
    const { conversion: _, ...rest } = line(minor, { type: 'payout', payout: id });
    return rest;
  };
  const { conversion: _, ...byHand } = line(5, { type: 'adjustment', note: 'bonus' });
  const open = line(10, { review: 'open' });
  const other = line(7, { conversion: 'd' });

  const cases: [string, LedgerEntry[], (Stage | undefined)[]][] = [
    ['a flagged earning is held', [open, other], ['held', 'payable']],
    ['with what refunds take of it', [open, line(-4)], ['held', 'held']],
    ['until it is approved', [open, line(-4), mark('approved')], ['payable', 'payable', 'payable']],
    ['or rejected', [open, mark('rejected', -10)], ['payable', 'payable']],
    ['and not when it is held instead', [open, mark('held')], ['held', 'held']],
    ['the last word counts', [open, mark('approved'), mark('held')], ['held', 'held', 'held']],
    ['what is given by hand is not', [mark('held'), byHand], ['held', 'payable']],
    [
      'a payout leaves what is held, for the next one',
      [open, other, payout('p', -7), mark('approved'), payout('q', -10)],
      ['paid', 'paid', undefined, 'paid', undefined],
    ],
    [
      'what was paid stays paid, and what comes after is held',
      [line(10), payout('p', -10), mark('held'), line(-4)],
      ['paid', undefined, 'held', 'held'],
    ],
    [
      'what a cancelled payout gives back is held, too',
      [line(10), other, payout('p', -17), mark('held'), payout('p', 17)],
      ['held', 'payable', undefined, 'held', undefined],
    ],
  ];
  it.each(cases)('%s', (_, entries, stages) => {
    expect(stagesOf(entries, NOW)).toEqual(stages);
  });

  it('what is approved before its time is held until then', () => {
    expect(stagesOf([line(10, { review: 'open', payableAt: NOW + 1 }), mark('approved')], NOW)).toEqual([
      'held',
      'payable',
    ]);
  });

  it('a payout pays no part of what is held', () => {
    expect(payoutLines('alice', [open, line(-4), other], {}, NOW)).toMatchObject([{ minor: 7, entries: 1 }]);
    expect(payoutLines('alice', [open, line(-4)], {}, NOW)).toEqual([]);
  });
});

describe('in words', () => {
  const later = NOW + 86_400_000;
  const cases: [string, Partial<Conversion>, owner: string, partner: string][] = [
    [
      'open',
      { flags: [flag(true)] },
      'Suspicious: a robot sent it. Under review since 2026-05-01. Nothing is paid until the shop decides.',
      'Under review since 2026-05-01. Nothing is paid until the shop decides.',
    ],
    [
      'held',
      { reviews: [review('held', { at: later, note: 'Odd' })] },
      'Held by Eve since 2026-05-02 (“Odd”): nothing is paid until the shop decides.',
      'Held by the shop since 2026-05-02: nothing is paid until the shop decides.',
    ],
    [
      'approved',
      { flags: [flag(true)], reviews: [review('approved', { note: 'Fine' })] },
      'Suspicious: a robot sent it. Approved by Eve on 2026-05-01 (“Fine”).',
      'Approved by the shop on 2026-05-01.',
    ],
    [
      'rejected',
      { reviews: [review('rejected', { note: 'Own order' })] },
      'Rejected by Eve on 2026-05-01 (“Own order”): nothing is paid for it.',
      'Rejected by the shop on 2026-05-01 (“Own order”): nothing is paid for it.',
    ],
  ];
  it.each(cases)('%s', (_, given, owner, partner) => {
    expect(explainConversion(sale(given), 'Alice', 0)).toBe(`Credited to Alice. ${owner}`);
    expect(explainConversion(sale(given), 'you', 0)).toBe(`Credited to you. ${partner}`);
  });
});
