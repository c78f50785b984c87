import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainVisit } from '../src/isPlainVisit.js';
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
  fc.oneof({ weight: 20, arbitrary: good }, { weight: 1, arbitrary: nonsense });
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
const props = fc.dictionary(fc.constantFrom('w', 'lang', 'w', '__proto__', 'orderId'), fc.jsonValue(), {
  maxKeys: 2,
});
const event = fc.record(
  {
    id: text(128),
    n: text(64),
    t: time,
    u: mostly(fc.webUrl()),
    r: mostly(fc.constantFrom('https://b.example/', 'é', 'y'.repeat(1024), 'y'.repeat(1025), 'a?b', 'a#b')),
    a: mostly(memory),
    p: mostly(props),
    more: fc.jsonValue(),
  },
  { requiredKeys: ['id', 'n', 't'] },
);

/** What is read of an event; `p` is checked by itself. */
const readOf = ({ id, n, t, u, r, a }: Record<string, unknown>) => {
  const { v, t: seen } = (a ?? {}) as Record<string, unknown>;
  return { id, n, t, u, r, v, seen };
};

it('takes as they are only events that the schema takes, and leaves as they are', () => {
  let plain = 0;
  fc.assert(
    fc.property(event, (raw) => {
      if (!isPlainVisit(raw)) return;
      plain++;
      expect(readOf(wireSchema.parse(raw))).toEqual(readOf(raw));
    }),
    { numRuns: 3000 },
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
  ['an order', { ...pageview, p: { orderId: 'o' } }, false],
  ['an address with a query', { ...pageview, u: 'https://shop.example/?token=1' }, false],
  ['a touch of three parts', { ...pageview, a: { t: [['bob', 1, 2]] } }, false],
])('knows %s', (_name, raw, is) => {
  expect(isPlainVisit(raw)).toBe(is);
});
