import {
  type Click,
  type CommissionRule,
  type Customer,
  decide,
  defaultPolicy,
  type Order,
  type Outcome,
  type PartnerStatus,
  type Policy,
  type Refund,
  type Touch,
  type TrackedEvent,
  type Trust,
  type WorkingSet,
} from '@reftally/core';
import { describe, expect, it } from 'vitest';

const NOW = Date.UTC(2026, 4, 31, 12);
const MINUTE = 60_000;
const DAY = 86_400_000;

const PARTNERS: Record<string, PartnerStatus> = { alice: 'active', bob: 'active', paula: 'paused' };

function setOf(known: Partial<WorkingSet> = {}): WorkingSet {
  return {
    timeZone: 'UTC',
    touches: [],
    codeOwner: (code) => {
      const partner = code.toLowerCase();
      const status = PARTNERS[partner];
      return status && { code: partner, partner, status };
    },
    partnerStatus: (partner) => PARTNERS[partner],
    recentClick: () => undefined,
    ...known,
  };
}

type Extra = {
  touches?: { code: string; at: number }[];
  visitor?: string;
  client?: string;
  coupon?: string;
  at?: number;
};
const base = { id: 'e1', site: 'shop', at: NOW, trust: 'browser' as const, touches: [] };
const pageview = (extra: Extra = {}): TrackedEvent => ({
  type: 'pageview',
  ...base,
  url: 'https://s.example/',
  ...extra,
});
const signup = (extra: Extra = {}): TrackedEvent => ({
  type: 'signup',
  uid: 'c-1',
  ...base,
  customerId: 'anna',
  ...extra,
});
const purchase = (extra: Extra = {}, minor = 5000, currency = 'EUR'): TrackedEvent => {
  return { type: 'purchase', uid: 'c-2', ...base, orderId: 'o1', amount: { currency, minor }, ...extra };
};
const ago = (code: string, ms: number): Touch => ({ code, at: NOW - ms });
const bound = (partner: string): Customer => ({
  customerId: 'anna',
  conversion: 'c-0',
  at: NOW - 90 * DAY,
  partner,
  code: partner,
});

type Case = {
  name: string;
  touches?: Touch[];
  customer?: Customer;
  coupon?: string;
  policy?: Partial<Policy>;
  credited?: string;
  reason?: string;
  /** via:code=why of every candidate, strongest first. */
  receipt: string[];
};

describe('attribution of a purchase', () => {
  const cases: Case[] = [
    { name: 'nothing known: direct', receipt: [] },
    { name: 'one touch', touches: [ago('alice', DAY)], credited: 'alice', receipt: ['touch:alice=won'] },
    {
      name: 'last touch wins by default',
      touches: [ago('alice', 2 * DAY), ago('bob', DAY)],
      credited: 'bob',
      receipt: ['touch:bob=won', 'touch:alice=not-last'],
    },
    {
      name: 'first touch wins under model first',
      touches: [ago('alice', 2 * DAY), ago('bob', DAY)],
      policy: { model: 'first' },
      credited: 'alice',
      receipt: ['touch:alice=won', 'touch:bob=not-first'],
    },
    {
      name: 'a touch as old as the window counts',
      touches: [ago('alice', 30 * DAY)],
      credited: 'alice',
      receipt: ['touch:alice=won'],
    },
    {
      name: 'one millisecond older does not',
      touches: [ago('alice', 30 * DAY + 1)],
      reason: 'expired',
      receipt: ['touch:alice=expired'],
    },
    {
      name: 'first touch expired: the next one that counts',
      touches: [ago('alice', 40 * DAY), ago('bob', 3 * DAY)],
      policy: { model: 'first' },
      credited: 'bob',
      receipt: ['touch:alice=expired', 'touch:bob=won'],
    },
    {
      name: 'unknown code',
      touches: [ago('nobody', DAY)],
      reason: 'unknown-code',
      receipt: ['touch:nobody=unknown-code'],
    },
    {
      name: 'paused partner',
      touches: [ago('paula', DAY)],
      reason: 'paused',
      receipt: ['touch:paula=paused'],
    },
    {
      name: 'a paused last touch gives way to the one before',
      touches: [ago('alice', 2 * DAY), ago('paula', DAY)],
      credited: 'alice',
      receipt: ['touch:paula=paused', 'touch:alice=won'],
    },
    {
      name: 'a touch after the purchase',
      touches: [ago('alice', -DAY)],
      reason: 'after-conversion',
      receipt: ['touch:alice=after-conversion'],
    },
    {
      name: 'a bound customer needs no touch, however long ago',
      customer: bound('alice'),
      credited: 'alice',
      receipt: ['customer:alice=won'],
    },
    {
      name: 'bound customer before touch',
      customer: bound('alice'),
      touches: [ago('bob', DAY)],
      credited: 'alice',
      receipt: ['customer:alice=won', 'touch:bob=lower-precedence'],
    },
    {
      name: 'touch before bound customer, where the policy says so',
      customer: bound('alice'),
      touches: [ago('bob', DAY)],
      policy: { precedence: ['touch', 'customer'] },
      credited: 'bob',
      receipt: ['touch:bob=won', 'customer:alice=lower-precedence'],
    },
    {
      name: 'coupon before everything, in any case',
      coupon: 'BOB',
      customer: bound('alice'),
      touches: [ago('alice', DAY)],
      credited: 'bob',
      receipt: ['coupon:bob=won', 'customer:alice=lower-precedence', 'touch:alice=lower-precedence'],
    },
    {
      name: 'a coupon that is nobody’s code is only a discount',
      coupon: 'SUMMER',
      touches: [ago('alice', DAY)],
      credited: 'alice',
      receipt: ['touch:alice=won'],
    },
    {
      name: 'the coupon of a paused partner',
      coupon: 'paula',
      reason: 'paused',
      receipt: ['coupon:paula=paused'],
    },
    {
      name: 'what the precedence leaves out is not considered',
      customer: bound('alice'),
      policy: { precedence: ['touch'] },
      receipt: [],
    },
    {
      name: 'a customer who signed up directly',
      customer: { customerId: 'anna', conversion: 'c', at: 0 },
      receipt: [],
    },
    {
      name: 'bound to a partner since paused',
      customer: bound('paula'),
      touches: [ago('bob', DAY)],
      credited: 'bob',
      receipt: ['customer:paula=paused', 'touch:bob=won'],
    },
  ];
  it.each(cases)('$name', ({ touches = [], customer, coupon, policy, credited, reason, receipt }) => {
    const set = setOf({ touches, ...(customer && { customer }) });
    const event = purchase({ visitor: 'v1', ...(coupon && { coupon }) });
    const { answer, conversion } = decide(event, set, { ...defaultPolicy(), ...policy }, NOW);
    const candidates = conversion?.receipt.candidates.map(({ via, code, why }) => `${via}:${code}=${why}`);
    expect(candidates).toEqual(receipt);
    expect(answer).toEqual({
      status: reason ? 'refused' : 'accepted',
      conversion: 'c-2',
      ...(credited && { partner: credited }),
      ...(reason && { reason }),
    });
    expect(conversion?.status).toBe(credited ? 'credited' : reason ? 'refused' : 'direct');
  });

  it('counts a refused purchase as direct, under its reason', () => {
    const { deltas } = decide(purchase({}), setOf({ touches: [ago('nobody', DAY)] }), defaultPolicy(), NOW);
    const revenue = { currency: 'EUR', minor: 5000 };
    expect(deltas).toEqual([
      {
        partner: '',
        day: '2026-05-31',
        add: { purchases: 1 },
        revenue,
        trust: 'browser',
        refused: 'unknown-code',
      },
    ]);
  });
});

describe('visits and clicks', () => {
  const seen = (at: number, code = 'alice') => ({
    visitor: 'visitor-1',
    client: 'k',
    touches: [{ code, at }],
  });
  const totals = ({ deltas = [] }: Outcome) => deltas.map(({ partner, add }) => ({ partner, ...add }));
  const click = (at: number, matched: boolean): Click => ({ code: 'alice', client: 'k', at, matched });
  const clicked = (recent: Click) => setOf({ recentClick: () => recent });

  it('counts a landing: one click, one visitor, one pageview', () => {
    const outcome = decide(pageview(seen(NOW)), setOf(), defaultPolicy(), NOW);
    expect(outcome.touches).toEqual([{ code: 'alice', at: NOW, landing: 'https://s.example/' }]);
    expect(totals(outcome)).toEqual([
      { partner: 'alice', clicks: 1, visitors: 1 },
      { partner: 'alice', pageviews: 1 },
    ]);
  });

  const known: [name: string, touches: Touch[], at: number, first: Record<string, unknown>[]][] = [
    ['the next page of the visit', [ago('alice', MINUTE)], NOW - MINUTE, []],
    ['a reload within half an hour', [ago('alice', 30 * MINUTE)], NOW, [{ partner: 'alice', uncounted: 1 }]],
    [
      'a new visit after half an hour',
      [ago('alice', 30 * MINUTE + 1)],
      NOW,
      [{ partner: 'alice', clicks: 1 }],
    ],
    ['another partner’s link', [ago('bob', MINUTE)], NOW, [{ partner: 'alice', clicks: 1, visitors: 1 }]],
    ['the same code in capitals', [ago('ALICE', MINUTE)], NOW, [{ partner: 'alice', uncounted: 1 }]],
  ];
  it.each(known)('%s', (_name, touches, at, first) => {
    const outcome = decide(pageview(seen(at)), setOf({ touches }), defaultPolicy(), NOW);
    expect(totals(outcome)).toEqual([...first, { partner: 'alice', pageviews: 1 }]);
  });

  const link = (bot = false): TrackedEvent => {
    return { type: 'click', ...base, code: 'alice', bot, client: 'k', touches: [{ code: 'alice', at: NOW }] };
  };
  const clicks: [
    name: string,
    event: TrackedEvent,
    set: WorkingSet,
    counted: number,
    status: string,
    reason?: string,
  ][] = [
    ['through /l/', link(), setOf(), 1, 'accepted'],
    ['through /l/ twice', link(), clicked(click(NOW - MINUTE, false)), 0, 'refused', 'repeat'],
    ['through /l/ again the next hour', link(), clicked(click(NOW - 60 * MINUTE, true)), 1, 'accepted'],
    ['through /l/ by a robot', link(true), setOf(), 0, 'refused', 'bot'],
    ['landing after /l/', pageview(seen(NOW)), clicked(click(NOW - 1000, false)), 0, 'accepted'],
    [
      'second person of one office after /l/',
      pageview(seen(NOW)),
      clicked(click(NOW - 1000, true)),
      1,
      'accepted',
    ],
    [
      'without storage after /l/',
      pageview({ client: 'k', touches: [{ code: 'alice', at: NOW }] }),
      clicked(click(NOW - 1000, false)),
      0,
      'accepted',
    ],
  ];
  it.each(clicks)('a click %s', (_name, event, set, counted, status, reason) => {
    const outcome = decide(event, set, defaultPolicy(), NOW);
    const sum = (outcome.deltas ?? []).reduce((total, { add }) => total + (add.clicks ?? 0), 0);
    expect(sum).toBe(counted);
    expect(outcome.answer).toMatchObject({ status, ...(reason && { reason }) });
  });

  const raw: [name: string, event: TrackedEvent, set: WorkingSet, uncounted: number, click: object][] = [
    ['the first through /l/', link(), setOf(), 0, { linkedAt: NOW }],
    [
      'a repeated one through /l/',
      link(),
      clicked(click(NOW - MINUTE, false)),
      1,
      { arrivals: 2, linkedAt: NOW },
    ],
    [
      'the next day through /l/',
      link(),
      clicked({ ...click(NOW - DAY, false), arrivals: 3 }),
      0,
      { arrivals: 4 },
    ],
    ['a robot', link(true), setOf(), 1, {}],
    [
      'the first landing',
      pageview({ ...seen(NOW), client: 'k' }),
      setOf(),
      0,
      { at: NOW, arrivals: undefined },
    ],
    [
      'a landing after /l/, which is the same arrival',
      pageview({ ...seen(NOW), client: 'k' }),
      clicked({ ...click(NOW - 1000, false), linkedAt: NOW - 1000 }),
      0,
      { matched: true, arrivals: undefined },
    ],
    [
      'a repeated landing',
      pageview({ ...seen(NOW), client: 'k' }),
      { ...clicked(click(NOW - MINUTE, true)), touches: [ago('alice', MINUTE)] },
      1,
      { at: NOW - MINUTE, arrivals: 2 },
    ],
    [
      'a repeated landing after a repeated /l/',
      pageview({ ...seen(NOW), client: 'k' }),
      {
        ...clicked({ ...click(NOW - MINUTE, true), arrivals: 2, linkedAt: NOW - 1000 }),
        touches: [ago('alice', MINUTE)],
      },
      0,
      {},
    ],
    [
      'a later page of the visit',
      pageview({ ...seen(NOW - 2000), client: 'k' }),
      { ...clicked(click(NOW - 2000, true)), touches: [ago('alice', 2000)] },
      0,
      {},
    ],
    [
      'the next page of somebody in a hurry',
      pageview({ ...seen(NOW - 300), client: 'k' }),
      { ...clicked(click(NOW - 300, true)), touches: [ago('alice', 300)] },
      0,
      {},
    ],
    [
      'a landing without storage, repeated',
      pageview({ client: 'k', touches: [{ code: 'alice', at: NOW }] }),
      clicked(click(NOW - MINUTE, false)),
      1,
      { at: NOW - MINUTE, matched: false, arrivals: 2 },
    ],
    [
      'a later page without storage',
      pageview({ client: 'k', touches: [{ code: 'alice', at: NOW - 5000 }] }),
      clicked(click(NOW - 5000, false)),
      0,
      {},
    ],
    ['a purchase that remembers', purchase({ ...seen(NOW), client: 'k' }), clicked(click(NOW, true)), 0, {}],
  ];
  it.each(raw)('an arrival that is no click: %s', (_name, event, set, uncounted, remembered) => {
    const { deltas = [], clicks: [found] = [] } = decide(event, set, defaultPolicy(), NOW);
    expect(deltas.reduce((sum, { add }) => sum + (add.uncounted ?? 0), 0)).toBe(uncounted);
    expect({ arrivals: undefined, ...found }).toMatchObject(remembered);
    for (const { add, hour } of deltas)
      expect(hour).toBe(
        add.clicks || add.visitors || add.uncounted ? Math.floor(NOW / 3_600_000) : undefined,
      );
  });

  it('keeps the touch of an unknown code, uncounted', () => {
    const outcome = decide(pageview(seen(NOW, 'nobody')), setOf(), defaultPolicy(), NOW);
    expect(outcome.touches).toHaveLength(1);
    expect(outcome.answer).toEqual({ status: 'refused', reason: 'unknown-code' });
    expect(outcome.deltas).toEqual([
      { partner: '', day: '2026-05-31', add: { pageviews: 1 }, refused: 'unknown-code' },
    ]);
  });
});

describe('commission', () => {
  const rules = (...commission: CommissionRule[]): Policy => ({ ...defaultPolicy(), commission });
  const flat = { currency: 'EUR', minor: 300 };
  const cases: [name: string, event: TrackedEvent, policy: Policy, earned: number | undefined][] = [
    ['no rule', purchase(), rules(), undefined],
    ['10 % of 50.00', purchase(), rules({ on: 'purchase', percent: '10' }), 500],
    ['12.5 % of 9.99, half a cent up', purchase({}, 999), rules({ on: 'purchase', percent: '12.5' }), 125],
    ['10 % of ¥ 4,999', purchase({}, 4999, 'JPY'), rules({ on: 'purchase', percent: '10' }), 500],
    ['flat', purchase(), rules({ on: 'purchase', flat }), 300],
    ['flat in another currency', purchase({}, 4999, 'JPY'), rules({ on: 'purchase', flat }), undefined],
    ['flat for a signup', signup(), rules({ on: 'signup', flat }), 300],
    ['a rule for signups does not pay purchases', purchase(), rules({ on: 'signup', flat }), undefined],
    [
      'not yet in force',
      purchase(),
      rules({ on: 'purchase', percent: '10' }, { on: 'purchase', percent: '50', from: NOW + 1 }),
      500,
    ],
    [
      'in force since now',
      purchase(),
      rules({ on: 'purchase', percent: '50', from: NOW }, { on: 'purchase', percent: '10' }),
      2500,
    ],
    [
      'too little trust',
      purchase(),
      { ...rules({ on: 'purchase', percent: '10' }), paysFrom: 'server' },
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, event, policy, earned) => {
    const { conversion, entries } = decide(event, setOf({ touches: [ago('alice', DAY)] }), policy, NOW);
    expect(conversion?.commission?.minor).toBe(earned);
    expect((entries ?? []).map(({ partner, minor, payableAt }) => ({ partner, minor, payableAt }))).toEqual(
      earned === undefined ? [] : [{ partner: 'alice', minor: earned, payableAt: NOW + 30 * DAY }],
    );
  });

  it('earns nothing uncredited', () => {
    expect(
      decide(purchase(), setOf(), rules({ on: 'purchase', percent: '10' }), NOW).entries,
    ).toBeUndefined();
  });
});

describe('refunds', () => {
  const order: Order = {
    orderId: 'o1',
    conversion: 'c-2',
    amount: { currency: 'EUR', minor: 5000 },
    trust: 'browser',
    partner: 'alice',
    refunded: 0,
    earned: 333,
    clawedBack: 0,
    payableAt: NOW + DAY,
  };
  const refund = (minor?: number, currency = 'EUR'): TrackedEvent => {
    const amount = minor === undefined ? {} : { amount: { currency, minor } };
    return { type: 'refund', uid: 'r-1', ...base, orderId: 'o1', refundId: 'r1', ...amount };
  };
  const cases: [name: string, event: TrackedEvent, order: Order, result: number | string][] = [
    ['whole', refund(), order, -333],
    ['a third, rounded for the partner', refund(1667), order, -111],
    ['the rest', refund(), { ...order, refunded: 1667, clawedBack: 111 }, -222],
    ['more than was paid', refund(5001), order, 'over-refund'],
    ['more than is left', refund(2), { ...order, refunded: 4999 }, 'over-refund'],
    ['nothing is left', refund(), { ...order, refunded: 5000 }, 'over-refund'],
    ['another currency', refund(100, 'JPY'), order, 'currency-mismatch'],
    ['a page against the server’s order', refund(100), { ...order, trust: 'server' }, 'untrusted'],
  ];
  it.each(cases)('%s', (_name, event, known, result) => {
    const outcome = decide(event, setOf({ order: known }), defaultPolicy(), NOW);
    if (typeof result === 'string') {
      expect(outcome.answer).toEqual({ status: 'refused', reason: result });
      expect(outcome.refundId).toBeUndefined();
      expect(outcome.entries).toBeUndefined();
    } else {
      expect(outcome.answer).toEqual({ status: 'accepted', partner: 'alice', conversion: 'c-2' });
      expect(outcome.entries?.map(({ minor, payableAt }) => [minor, payableAt])).toEqual([
        [result, order.payableAt],
      ]);
    }
  });
});

describe('a refund before its order', () => {
  const early = (id: string, minor: number | undefined, more: Partial<Refund> = {}): Refund => {
    const amount = minor === undefined ? {} : { amount: { currency: 'EUR', minor } };
    return { type: 'refund', uid: `u-${id}`, ...base, id, orderId: 'o1', refundId: id, ...amount, ...more };
  };
  const policy: Policy = { ...defaultPolicy(), commission: [{ on: 'purchase', percent: '10' }] };

  it('waits', () => {
    expect(decide(early('r1', 100), setOf(), policy, NOW)).toEqual({
      answer: { status: 'accepted', reason: 'waiting' },
      decidedAt: NOW,
      event: early('r1', 100),
      refundId: 'r1',
      waits: true,
    });
  });

  const cases: [name: string, waiting: Refund[], by: Trust, answers: string[], left: number, net: number][] =
    [
      ['in part', [early('r1', 1000)], 'browser', ['accepted'], 4000, 400],
      ['as a whole', [early('r1', undefined)], 'browser', ['accepted'], 0, 0],
      ['more than was paid', [early('r1', 5001)], 'browser', ['over-refund'], 5000, 500],
      [
        'in parts, one too many',
        [early('r1', 3000), early('r2', 3000), early('r3', 2000)],
        'browser',
        ['accepted', 'over-refund', 'accepted'],
        0,
        0,
      ],
      ['by a page, of the server’s order', [early('r1', 1000)], 'server', ['untrusted'], 5000, 500],
      [
        'by the server, of a page’s order',
        [early('r1', 1000, { trust: 'server' })],
        'browser',
        ['accepted'],
        4000,
        400,
      ],
    ];
  it.each(cases)('applies when the order comes: %s', (_name, waiting, by, answers, left, net) => {
    const bought = { ...purchase(), trust: by };
    const set = setOf({ waiting, touches: [ago('alice', DAY)] });
    const { settled, order, entries, deltas, answer } = decide(bought, set, policy, NOW);
    expect(answer).toEqual({ status: 'accepted', partner: 'alice', conversion: 'c-2' });
    expect(settled?.map((one) => one.answer.reason ?? one.answer.status)).toEqual(answers);
    expect(5000 - (order?.refunded ?? Number.NaN)).toBe(left);
    expect((entries ?? []).reduce((sum, { minor }) => sum + minor, 0)).toBe(net);
    expect((deltas ?? []).reduce((sum, { revenue }) => sum + (revenue?.minor ?? 0), 0)).toBe(left);
  });

  const repeats: [name: string, known: Trust, again: Trust, status: string][] = [
    ['the same trust', 'browser', 'browser', 'duplicate'],
    ['less trust', 'server', 'browser', 'duplicate'],
    ['more trust', 'browser', 'server', 'accepted'],
  ];
  it.each(repeats)('reported again with %s while it waits', (_name, known, again, status) => {
    const set = setOf({ prior: { reason: 'waiting' }, waiting: [early('r1', 100, { trust: known })] });
    const repeat = early('r1', 100, { id: 'again', trust: again });
    expect(decide(repeat, set, policy, NOW).answer).toEqual({ status, reason: 'waiting' });
  });
});

it('answers a duplicate with what the original was answered, and changes nothing', () => {
  const prior = { partner: 'alice', conversion: 'c-9' };
  expect(decide(purchase(), setOf({ prior }), defaultPolicy(), NOW)).toEqual({
    answer: { status: 'duplicate', ...prior },
    decidedAt: NOW,
    event: purchase(),
  });
});

it('credits a signup whose landing came by a slow request, and so seems to be later', () => {
  const late = ago('alice', -40);
  const seen = { code: 'alice', at: NOW - 5 };
  const { answer, conversion, touches } = decide(
    signup({ visitor: 'visitor-1', touches: [{ code: 'alice', at: NOW - 600 }, seen] }),
    setOf({ touches: [late] }),
    defaultPolicy(),
    NOW,
  );
  expect(answer).toMatchObject({ status: 'accepted', partner: 'alice' });
  expect(conversion?.receipt.candidates).toMatchObject([{ code: 'alice', at: NOW - 5, verdict: 'won' }]);
  expect(touches ?? []).toEqual([]);
});

describe('where the store forgets', () => {
  const forgotten = { ids: NOW - 30 * DAY, touches: NOW - 30 * DAY };
  const cases: [name: string, extra: Extra & { stated?: number; trust?: Trust }, answer: object][] = [
    ['a visit of today', {}, { status: 'accepted' }],
    [
      'one of the last day that is known',
      { at: NOW - 7 * DAY, stated: NOW - 30 * DAY },
      { status: 'accepted' },
    ],
    [
      'an older one',
      { at: NOW - 7 * DAY, stated: NOW - 30 * DAY - 1 },
      { status: 'refused', reason: 'too-old' },
    ],
    [
      "an older one by a server's clock",
      { at: NOW - 31 * DAY, trust: 'server' },
      { status: 'refused', reason: 'too-old' },
    ],
  ];
  it.each(cases)('%s', (_name, extra, answer) => {
    expect(decide(pageview(extra), setOf({ forgotten }), defaultPolicy(), NOW).answer).toEqual(answer);
  });

  it('counts of a visit that is too old nothing but the refusal', () => {
    const old = pageview({
      at: NOW - 31 * DAY,
      visitor: 'v',
      touches: [{ code: 'alice', at: NOW - MINUTE }],
    });
    const { deltas, touches } = decide(old, setOf({ forgotten }), defaultPolicy(), NOW);
    expect(touches).toBeUndefined();
    expect(deltas).toEqual([expect.objectContaining({ partner: '', add: {}, refused: 'too-old' })]);
  });

  it('takes a sale of any age, and names a touch of long ago without counting or keeping it', () => {
    const seen = { code: 'alice', at: NOW - 40 * DAY };
    const sale = purchase({ at: NOW - 40 * DAY + 1, visitor: 'v', touches: [seen] });
    const { answer, touches, deltas } = decide(sale, setOf({ forgotten }), defaultPolicy(), NOW);
    expect(answer).toMatchObject({ status: 'accepted', partner: 'alice' });
    expect(touches).toBeUndefined();
    expect(deltas?.map(({ add }) => add)).toEqual([{ purchases: 1 }]);
  });
});
