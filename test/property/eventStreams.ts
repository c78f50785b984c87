import type {
  CommissionRule,
  FraudPolicy,
  Item,
  RefundLine,
  ReviewVerdict,
  TrackedEvent,
  Trust,
} from '@reftally/core';
import fc from 'fast-check';

/** One thing that happens to an installation. */
export type Step =
  | { do: 'record'; events: TrackedEvent[] }
  | { do: 'resend'; pick: number; as: 'same' | 'new id' }
  | { do: 'restart' }
  | { do: 'open stats'; partner: string; client: string }
  | { do: 'fraud'; fraud: FraudPolicy }
  | { do: 'review'; pick: number; verdict: ReviewVerdict }
  | { do: 'pause' | 'activate'; partner: string }
  | { do: 'import'; customers: string[] }
  | {
      do: 'model';
      model: 'first' | 'last';
      percent: string;
      paysFrom: Trust;
      rule: Partial<CommissionRule>;
      newCustomersOnly: boolean;
    };

const DAY = 86_400_000;
const CAP = ['USD', 'JPY', 'KWD'].map((currency) => ({ currency, minor: 300 }));
const RULES: Partial<CommissionRule>[] = [
  {},
  { order: 'first' },
  { capPerCustomer: { orders: 1 } },
  { capPerPeriod: { money: CAP, period: 'month' } },
];
/** One line, two, and three of which two are of one product. */
const LINES: Item[][] = [
  [{ id: 'a', amount: '10', quantity: 2 }],
  [
    { id: 'a', amount: '10', quantity: 2 },
    { id: 'b', amount: '0.05' },
  ],
  [
    { id: 'a', amount: '1' },
    { id: 'b', amount: '3.5', quantity: 3 },
    { id: 'a', amount: '2' },
  ],
];
const BACK: RefundLine[][] = [
  [{ id: 'a', quantity: 1 }],
  [{ id: 'b' }],
  [{ id: 'b', quantity: 1 }, { id: 'a' }],
  [{ id: 'z' }],
];
const FRAUD: FraudPolicy[] = [
  {},
  { velocity: { perDay: 1 } },
  { velocity: { perDay: 2, action: 'flag' }, selfReferral: 'flag' },
  { selfReferral: 'refuse', velocity: { perDay: 3 } },
  { selfReferral: 'off' },
];
const CODES = ['alice', 'bob', 'paula', 'ALICE', 'nobody'];

/**
 * Random histories of a small world (few visitors, customers, orders), so that touches expire, orders repeat and refunds exceed: any
 * order of times, any duplication, a restart anywhere.
 */
export function eventStreams(now: number, emailHashes: readonly string[]): fc.Arbitrary<Step[]> {
  let serial = 0;
  const age = fc.oneof(fc.integer({ min: 0, max: 90 * 60_000 }), fc.integer({ min: 0, max: 50 * DAY }));
  const at = age.map((ms) => now - ms);
  const seen = fc.record({ code: fc.constantFrom(...CODES), at });
  const who = fc.record(
    { visitor: fc.constantFrom('visitor-1', 'visitor-2'), client: fc.constantFrom('k1', 'k2') },
    { requiredKeys: [] },
  );
  const base = fc
    .tuple(
      who,
      at,
      fc.array(seen, { maxLength: 2 }),
      fc.constantFrom('browser', 'browser', 'signed', 'server', 'reconciled'),
    )
    .map(([known, time, touches, trust]) => {
      serial += 1;
      const id = `e${serial}`;
      return {
        id,
        uid: `u${serial}`,
        site: 'shop',
        at: time,
        trust: trust as Trust,
        touches,
        ...known,
      };
    });
  const money = fc.record({
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    minor: fc.integer({ min: 0, max: 9999 }),
  });
  const refunded = fc.record({
    currency: fc.constantFrom('USD', 'USD', 'JPY', 'KWD'),
    minor: fc.integer({ min: 1, max: 5000 }),
  });
  const customerId = fc.constantFrom('anna', 'ben', 'cleo');
  const coupon = fc.option(fc.constantFrom('bob', 'BOB', 'paula', 'SUMMER'), { nil: undefined, freq: 4 });
  const orderId = fc.constantFrom('o1', 'o2', 'o3', 'o4');
  const items = fc.option(fc.constantFrom(...LINES), { nil: undefined, freq: 2 });
  const what = fc.oneof(
    refunded.map((amount) => ({ amount })),
    fc.constantFrom(...BACK).map((lines) => ({ items: lines })),
    fc.constant({}),
  );

  const arrived = fc.option(
    fc.record({ code: fc.constantFrom(...CODES), ms: fc.constantFrom(0, 40, 999, 1000) }),
    {
      nil: undefined,
    },
  );
  const pageview = fc.tuple(base, arrived).map(([b, landed]): TrackedEvent => {
    const touches = landed ? [...b.touches, { code: landed.code, at: b.at - landed.ms }] : b.touches;
    return without({ type: 'pageview', ...b, touches, url: 'https://s.example/' });
  });
  const emailHash = fc.option(fc.constantFrom(...emailHashes), { nil: undefined });
  const signup = fc
    .tuple(base, customerId, coupon, emailHash)
    .map(
      ([b, c, k, hash]): TrackedEvent =>
        without({ type: 'signup', ...b, customerId: c, coupon: k, emailHash: hash }),
    );
  const purchase = fc
    .tuple(base, orderId, money, fc.option(customerId, { nil: undefined }), coupon, items)
    .map(
      ([b, o, amount, c, k, i]): TrackedEvent =>
        without({ type: 'purchase', ...b, orderId: o, amount, customerId: c, coupon: k, items: i }),
    );
  const refund = fc
    .tuple(base, orderId, fc.constantFrom('r1', 'r2', 'r3'), what)
    .map(([b, o, r, w]): TrackedEvent => ({ type: 'refund', ...b, orderId: o, refundId: r, ...w }));
  const click = fc
    .tuple(base, fc.constantFrom(...CODES), fc.constantFrom('k1', 'k2'), fc.boolean())
    .map(([{ id, site }, code, client, bot]): TrackedEvent => {
      return {
        type: 'click',
        id,
        site,
        at: now,
        trust: 'browser',
        client,
        code,
        bot,
        touches: [{ code, at: now }],
      };
    });
  const event = fc.oneof(pageview, signup, purchase, purchase, refund, click);
  const partner = fc.constantFrom('alice', 'bob', 'paula');

  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('record' as const),
        events: fc.array(event, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('resend' as const),
        pick: fc.nat(),
        as: fc.constantFrom('same' as const, 'new id' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('fraud' as const), fraud: fc.constantFrom(...FRAUD) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('open stats' as const),
        partner: fc.constantFrom('alice', 'bob'),
        client: fc.constantFrom('k1', 'k2'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('review' as const),
        pick: fc.nat(),
        verdict: fc.constantFrom<ReviewVerdict>('approved', 'rejected', 'rejected', 'held'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'activate' as const), partner }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('import' as const),
        customers: fc.array(customerId, { minLength: 1, maxLength: 2 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('model' as const),
        model: fc.constantFrom('first' as const, 'last' as const),
        newCustomersOnly: fc.boolean(),
        percent: fc.constantFrom('10', '12.5', '0.3'),
        rule: fc.constantFrom(...RULES),
        paysFrom: fc.constantFrom(
          'browser' as const,
          'browser' as const,
          'signed' as const,
          'server' as const,
        ),
      }),
    },
  );
  return fc.array(step, { minLength: 5, maxLength: 25 });
}

/** Events as they are stored have no undefined fields. */
function without<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
