import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fields } from '../src/fields.js';
import { isPlainEvent } from '../src/isPlainEvent.js';
import { wireSchema } from '../src/wireSchema.js';

const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'a\u0000b',
    'a\ud800b',
    '?q',
  ),
  fc.string({ maxLength: 200 }),
  fc.array(fc.jsonValue(), { maxLength: 3 }),
  fc.object(),
);
/** What a field should be, and now and then something else. */
const mostly = (good: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: nonsense });
const text = (max: number) =>
  mostly(
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.constantFrom('x'.repeat(max), 'x'.repeat(max + 1)),
    ),
  );
const time = mostly(fc.integer());
const touch = mostly(fc.tuple(mostly(fc.stringMatching(/^[\w.~-]{1,64}$/)), time));
const touches = (count: number) => Array.from({ length: count }, () => ['bob', 1]);
const memory = fc.record(
  {
    v: mostly(fc.stringMatching(/^[\w-]{8,64}$/)),
    t: mostly(fc.oneof(fc.array(touch, { maxLength: 3 }), fc.constantFrom(touches(10), touches(11)))),
  },
  { requiredKeys: [] },
);
const own = fc.dictionary(fc.constantFrom('w', 'lang', '__proto__'), fc.jsonValue(), { maxKeys: 2 });
const shop = fc.record(
  {
    customerId: text(128),
    emailHash: mostly(fc.stringMatching(/^[0-9a-f]{63,64}$/)),
    orderId: text(128),
    refundId: text(128),
    amount: mostly(fc.oneof(fc.double({ noNaN: true }), fc.string())),
    currency: mostly(fc.constantFrom('EUR', 'JPY')),
    coupon: text(64),
    items: mostly(fc.constantFrom([], [{ id: 'i', amount: 1 }])),
  },
  { requiredKeys: [] },
);
const props = fc.oneof(
  own,
  shop,
  fc.tuple(own, shop).map(([a, b]) => ({ ...a, ...b })),
);
const event = fc.record(
  {
    id: text(128),
    n: text(64),
    t: time,
    u: mostly(fc.webUrl()),
    r: mostly(fc.constantFrom('https://b.example/', 'é', 'y'.repeat(1024), 'y'.repeat(1025), 'a?b', 'a#b')),
    c: mostly(fc.stringMatching(/^[a-z]{1,16}$/)),
    a: mostly(memory),
    p: mostly(props),
    more: fc.jsonValue(),
  },
  { requiredKeys: ['id', 'n', 't'] },
);

/** What is read of an event; the site's own properties are checked by themselves. */
const readOf = ({ id, n, t, u, r, c, a, p }: Record<string, unknown>) => {
  const { v, t: seen } = (a ?? {}) as Record<string, unknown>;
  const known = Object.keys(fields.shop).map((field) => (p as Record<string, unknown> | undefined)?.[field]);
  return { id, n, t, u, r, c, v, seen, known };
};

it('takes as they are only events that the schema takes, and leaves as they are', () => {
  let plain = 0;
  fc.assert(
    fc.property(event, (raw) => {
      if (!isPlainEvent(raw)) return;
      plain++;
      expect(readOf(wireSchema.parse(raw))).toEqual(readOf(raw));
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(300);
});

const pageview = {
  id: '0199aad2-6a2d-7abc-8def-000000049347',
  n: 'pageview',
  t: 1_778_400_000_000,
  u: 'https://shop.example/cart',
  r: 'https://blog.example/',
  a: { v: 'v1234567800000', t: [['bob', 1_778_300_000_000]] },
  p: { w: 390, lang: 'en-GB' },
};

it.each([
  ['what the script sends for a pageview', pageview, true],
  ['a visit without memory or properties', { id: 'e', n: 'pageview', t: 1 }, true],
  ['an order', { ...pageview, n: 'purchase', p: { orderId: 'o', amount: '9.90', currency: 'EUR' } }, true],
  ['an order with items', { ...pageview, n: 'purchase', p: { orderId: 'o', items: [{ id: 'i' }] } }, false],
  ['an address with a query', { ...pageview, u: 'https://shop.example/?token=1' }, false],
  ['a click on an ad', { ...pageview, c: 'gclid' }, true],
  ['an ad click id itself', { ...pageview, c: 'EAIaIQobChMI' }, false],
  ['a touch of three parts', { ...pageview, a: { t: [['bob', 1, 2]] } }, false],
])('knows %s', (_name, raw, is) => {
  expect(isPlainEvent(raw)).toBe(is);
});
