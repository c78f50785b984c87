import {
  type Conversion,
  decide,
  defaultPolicy,
  type Order,
  type Outcome,
  type Policy,
  type Purchase,
  type Refund,
  type Tally,
  type Trust,
  type WorkingSet,
} from '@reftally/core';
import { describe, expect, it } from 'vitest';

const NOW = Date.UTC(2026, 4, 31, 12);
const DAY = 86_400_000;

const policy: Policy = { ...defaultPolicy(), commission: [{ on: 'purchase', percent: '10' }] };
const fromServer: Policy = { ...policy, paysFrom: 'server' };

const setOf = (known: Partial<WorkingSet> = {}): WorkingSet => ({
  timeZone: 'UTC',
  touches: [],
  codeOwner: (code) => (code === 'alice' ? { code, partner: 'alice', status: 'active' } : undefined),
  partnerStatus: () => 'active',
  recentClick: () => undefined,
  ...known,
});
const purchase = (trust: Trust, minor = 5000, more: Partial<Purchase> = {}): Purchase => ({
  type: 'purchase',
  uid: `u-${trust}`,
  id: `e-${trust}`,
  site: 'shop',
  at: NOW,
  trust,
  touches: [{ code: 'alice', at: NOW - DAY }],
  orderId: 'o1',
  amount: { currency: 'EUR', minor },
  ...more,
});
const refund = (trust: Trust, minor: number): Refund => ({
  ...purchase(trust, minor),
  type: 'refund',
  id: `r-${trust}`,
  uid: `ru-${trust}`,
  refundId: 'r1',
});

type Book = { order: Order; conversion: Conversion; outcomes: Outcome[] };

/** Reports an order again and again, each time with what it had become. */
function report(reports: Purchase[], rules: Policy[], between: (book: Book) => void = () => {}): Book {
  const book = { outcomes: [] as Outcome[] } as Book;
  for (const [index, event] of reports.entries()) {
    const { order, conversion } = book;
    const prior = conversion && { conversion: conversion.id, partner: 'alice' };
    const set = setOf({ ...(order && { order, conversion, prior }) });
    const outcome = decide(event, set, rules[index] ?? rules[0] ?? policy, NOW + index);
    book.outcomes.push(outcome);
    book.order = outcome.order ?? order;
    book.conversion = outcome.conversion ?? conversion;
    if (index === 0) between(book);
  }
  return book;
}

const sumOf = (outcomes: Outcome[], pick: 'entries' | 'revenue', currency = 'EUR'): number =>
  outcomes
    .flatMap(({ entries = [], deltas = [] }) =>
      pick === 'entries' ? entries : deltas.flatMap(({ revenue }) => revenue ?? []),
    )
    .filter((money) => money.currency === currency)
    .reduce((sum, { minor }) => sum + minor, 0);
const kindsOf = (outcomes: Outcome[]): string[] =>
  outcomes.flatMap(({ entries = [] }) => entries.map(({ type, minor }) => `${type} ${minor}`));

describe('a more trusted report of an order', () => {
  const cases: [name: string, reports: Purchase[], rules: Policy[], entries: string[], revenue: number][] = [
    ['confirms the amount', [purchase('browser'), purchase('server')], [policy], ['earning 500'], 5000],
    [
      'says less',
      [purchase('browser'), purchase('server', 4000)],
      [policy],
      ['earning 500', 'adjustment -100'],
      4000,
    ],
    [
      'says more',
      [purchase('browser'), purchase('signed', 6000)],
      [policy],
      ['earning 500', 'adjustment 100'],
      6000,
    ],
    [
      'says nothing was paid',
      [purchase('browser'), purchase('server', 0)],
      [policy],
      ['earning 500', 'adjustment -500'],
      0,
    ],
    [
      'earns what a page does not',
      [purchase('browser'), purchase('server')],
      [fromServer],
      ['earning 500'],
      5000,
    ],
    [
      'earns by its own amount',
      [purchase('browser'), purchase('server', 4000)],
      [fromServer],
      ['earning 400'],
      4000,
    ],
    ['is not trusted enough still', [purchase('browser'), purchase('signed', 4000)], [fromServer], [], 4000],
    [
      'is corrected again',
      [purchase('browser'), purchase('signed', 6000), purchase('server', 3000), purchase('reconciled', 3100)],
      [policy],
      ['earning 500', 'adjustment 100', 'adjustment -300', 'adjustment 10'],
      3100,
    ],
    [
      'confirms after the rate was changed',
      [purchase('browser'), purchase('server')],
      [policy, { ...policy, version: 2, commission: [{ on: 'purchase', percent: '50' }] }],
      ['earning 500'],
      5000,
    ],
  ];
  it.each(cases)('%s', (_name, reports, rules, entries, revenue) => {
    const { outcomes, conversion, order } = report(reports, rules);
    expect(kindsOf(outcomes)).toEqual(entries);
    expect(sumOf(outcomes, 'revenue')).toBe(revenue);
    const last = reports.at(-1);
    expect([conversion.amount, conversion.trust]).toEqual([last?.amount, last?.trust]);
    expect([order.amount, order.trust]).toEqual([last?.amount, last?.trust]);
    expect(conversion.commission?.minor ?? 0).toBe(sumOf(outcomes, 'entries'));
    for (const { answer } of outcomes)
      expect(answer).toEqual({ status: 'accepted', partner: 'alice', conversion: 'u-browser' });
  });

  it('keeps in the receipt what was believed before', () => {
    const { conversion } = report([purchase('browser'), purchase('server', 4000)], [policy]);
    expect(conversion.receipt.corrections).toEqual([
      {
        event: 'e-server',
        at: NOW,
        trust: 'server',
        amount: { currency: 'EUR', minor: 4000 },
        before: {
          trust: 'browser',
          amount: { currency: 'EUR', minor: 5000 },
          commission: { currency: 'EUR', minor: 500 },
        },
      },
    ]);
    expect(conversion.receipt.candidates).toHaveLength(1);
  });

  it('becomes payable when the first report of the sale did', () => {
    const { outcomes } = report(
      [purchase('browser'), purchase('server', 4000, { at: NOW + 5 * DAY })],
      [policy],
    );
    const [earning, adjustment] = outcomes.flatMap(({ entries = [] }) => entries);
    expect(adjustment?.payableAt).toBe(earning?.payableAt);
  });

  it('in another currency takes the old amount away and books the new one', () => {
    const yen = purchase('server', 0, { amount: { currency: 'JPY', minor: 900 } });
    const { outcomes, order } = report([purchase('browser'), yen], [policy]);
    expect(kindsOf(outcomes)).toEqual(['earning 500', 'adjustment -500', 'adjustment 90']);
    expect([sumOf(outcomes, 'revenue'), sumOf(outcomes, 'revenue', 'JPY')]).toEqual([0, 900]);
    expect(order).toMatchObject({ amount: { currency: 'JPY', minor: 900 }, earned: 90 });
  });

  const refunded: [
    name: string,
    better: Purchase,
    refused: string | undefined,
    earned: number,
    kept: number,
  ][] = [
    ['more', purchase('server', 8000), undefined, 800 - 200, 6000],
    ['less', purchase('server', 4000), undefined, 400 - 200, 2000],
    ['just what was refunded', purchase('server', 2000), undefined, 0, 0],
    ['less than was refunded', purchase('server', 1999), 'over-refund', 500 - 200, 3000],
    [
      'another currency',
      purchase('server', 0, { amount: { currency: 'JPY', minor: 900 } }),
      'currency-mismatch',
      500 - 200,
      3000,
    ],
  ];
  it.each(refunded)(
    'of an order of which 20.00 were refunded: %s',
    (_name, better, refused, earned, kept) => {
      const booked: Outcome[] = [];
      const { outcomes, order } = report([purchase('browser'), better], [policy], (book) => {
        const outcome = decide(refund('browser', 2000), setOf({ order: book.order }), policy, NOW);
        booked.push(outcome);
        book.order = outcome.order ?? book.order;
      });
      const all = [...outcomes, ...booked];
      expect(outcomes[1]?.answer).toEqual({
        status: refused ? 'refused' : 'accepted',
        ...(refused && { reason: refused }),
        partner: 'alice',
        conversion: 'u-browser',
      });
      expect(sumOf(all, 'entries')).toBe(earned);
      expect(sumOf(all, 'revenue')).toBe(kept);
      expect([order.earned - order.clawedBack, order.amount.minor - order.refunded]).toEqual([earned, kept]);
      expect(outcomes[1]?.deltas?.flatMap((delta) => delta.refused ?? []) ?? []).toEqual(
        refused ? [refused] : [],
      );
    },
  );

  it('that earns at another rate gives back the refunded share of that', () => {
    const half: Policy = { ...policy, version: 2, commission: [{ on: 'purchase', percent: '50' }] };
    const { order, outcomes } = report(
      [purchase('browser'), purchase('server', 4000)],
      [policy, half],
      (book) => {
        book.order =
          decide(refund('browser', 1000), setOf({ order: book.order }), policy, NOW).order ?? book.order;
      },
    );
    expect(order).toMatchObject({ earned: 2000, clawedBack: 500 });
    expect(kindsOf(outcomes)).toEqual(['earning 500', 'adjustment 1100']);
  });

  const same: [Trust, Trust][] = [
    ['browser', 'browser'],
    ['server', 'browser'],
    ['reconciled', 'server'],
  ];
  it.each(same)('%s, then %s, is a duplicate', (first, second) => {
    const { outcomes } = report([purchase(first), purchase(second, 1, { id: 'again' })], [policy]);
    expect(outcomes[1]).toMatchObject({ answer: { status: 'duplicate', conversion: `u-${first}` } });
    expect(outcomes[1]).not.toHaveProperty('order');
  });

  it('is told what the first report was told, when that was refused', () => {
    const touches = [{ code: 'nobody', at: NOW }];
    const { outcomes, conversion } = report(
      [purchase('browser', 5000, { touches }), purchase('server', 4000)],
      [policy],
    );
    const answer = { status: 'refused', reason: 'unknown-code', conversion: 'u-browser' };
    expect(outcomes.map((outcome) => outcome.answer)).toEqual([answer, answer]);
    expect(conversion).toMatchObject({ amount: { minor: 4000 }, trust: 'server', status: 'refused' });
    expect(outcomes[1]?.deltas).toEqual([
      {
        partner: '',
        day: '2026-05-31',
        add: { purchases: -1 },
        revenue: { currency: 'EUR', minor: -5000 },
        trust: 'browser',
      },
      {
        partner: '',
        day: '2026-05-31',
        add: { purchases: 1 },
        revenue: { currency: 'EUR', minor: 4000 },
        trust: 'server',
      },
    ]);
  });

  it('counts neither its own money nor itself against tables, caps and first orders', () => {
    const first: Policy = {
      ...policy,
      commission: [
        {
          on: 'purchase',
          percent: '10',
          order: 'first',
          capPerPeriod: { money: [{ currency: 'EUR', minor: 600 }], period: 'month' },
        },
        { on: 'purchase', percent: '1' },
      ],
    };
    const [sold] = report([purchase('browser', 5000, { customerId: 'c' })], [first]).outcomes;
    const { order, conversion } = sold ?? {};
    if (!order || !conversion) throw new Error('not decided');
    const counted: Tally = { purchases: 1, revenue: { EUR: 5000 }, earned: { EUR: 500 } };
    const set = setOf({
      order,
      conversion,
      prior: {},
      customerOrders: 1,
      partnerTally: () => counted,
      customerTally: () => ({ since: NOW, paid: 1, earned: { EUR: 500 } }),
    });
    const { entries } = decide(purchase('server', 5500), set, first, NOW);
    expect(entries?.map(({ minor }) => minor)).toEqual([50]);
    expect(counted.earned).toEqual({ EUR: 500 });
  });
});

it('the server can refund what was reconciled, a page cannot', () => {
  const { order } = report([purchase('reconciled')], [policy]);
  const told = (trust: Trust) => decide(refund(trust, 100), setOf({ order }), policy, NOW).answer.status;
  expect([told('browser'), told('signed'), told('server'), told('reconciled')]).toEqual([
    'refused',
    'refused',
    'accepted',
    'accepted',
  ]);
});
