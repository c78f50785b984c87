import {
  decide,
  defaultPolicy,
  type Item,
  type Order,
  type Purchase,
  type Refund,
  type RefundLine,
  type WorkingSet,
} from '@reftally/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = Date.UTC(2026, 4, 31, 12);
const policy = { ...defaultPolicy(), commission: [{ on: 'purchase' as const, percent: '10' }] };
const base = { site: 'shop', at: NOW, trust: 'server' as const, touches: [{ code: 'alice', at: NOW }] };

const setOf = (known: Partial<WorkingSet>): WorkingSet => ({
  timeZone: 'UTC',
  touches: [],
  codeOwner: (code) => ({ code, partner: 'alice', status: 'active' }),
  partnerStatus: () => 'active',
  recentClick: () => undefined,
  ...known,
});

function bought(minor: number, items: Item[], waiting: Refund[] = []): Order {
  const amount = { currency: 'EUR', minor };
  const event: Purchase = { type: 'purchase', id: 'e', uid: 'c', ...base, orderId: 'o', amount, items };
  const { order } = decide(event, setOf({ waiting }), policy, NOW);
  if (!order) throw new Error('a purchase has an order');
  return order;
}

function refundOf(given: Partial<Refund>, id = 'r'): Refund {
  return { type: 'refund', id, uid: `u-${id}`, ...base, orderId: 'o', refundId: id, ...given };
}

/** Refunds one after the other: what each took back, or why it did not. */
function take(start: Order, refunds: Partial<Refund>[]): { took: (number | string)[]; order: Order } {
  let order = start;
  const took = refunds.map((given, index) => {
    const outcome = decide(refundOf(given, `r${index}`), setOf({ order }), policy, NOW);
    order = outcome.order ?? order;
    const revenue = outcome.deltas?.[0]?.revenue?.minor ?? 0;
    return outcome.answer.reason ?? 0 - revenue;
  });
  return { took, order };
}

const tea = { id: 'tea', quantity: 3, amount: '30.00' };
const cup = { id: 'cup', amount: '10.00' };
const lines = (...items: RefundLine[]) => ({ items });
const euro = (minor: number) => ({ amount: { currency: 'EUR', minor } });

describe('a refund by lines', () => {
  const cases: [
    name: string,
    minor: number,
    items: Item[],
    refunds: Partial<Refund>[],
    took: (number | string)[],
  ][] = [
    ['one of three', 4000, [tea, cup], [lines({ id: 'tea', quantity: 1 })], [1000]],
    ['a whole line', 4000, [tea, cup], [lines({ id: 'tea' })], [3000]],
    [
      'the rest of a line',
      4000,
      [tea, cup],
      [lines({ id: 'tea', quantity: 1 }), lines({ id: 'tea' })],
      [1000, 2000],
    ],
    ['several lines', 4000, [tea, cup], [lines({ id: 'tea', quantity: 2 }, { id: 'cup' })], [3000]],
    [
      'a line named twice',
      4000,
      [tea, cup],
      [lines({ id: 'tea', quantity: 1 }, { id: 'tea', quantity: 1 })],
      [2000],
    ],
    [
      'with a discount on the order',
      2000,
      [tea, cup],
      [lines({ id: 'tea' }), lines({ id: 'cup' })],
      [1500, 500],
    ],
    [
      'with shipping on the order',
      5000,
      [tea, cup],
      [lines({ id: 'cup' }), lines({ id: 'tea' })],
      [1250, 3750],
    ],
    [
      'thirds, each cent once',
      1000,
      [{ id: 'x', quantity: 3, amount: '10' }],
      [lines({ id: 'x', quantity: 1 }), lines({ id: 'x', quantity: 1 }), lines({ id: 'x', quantity: 1 })],
      [333, 333, 334],
    ],
    [
      'by weight',
      900,
      [{ id: 'kg', quantity: 0.3, amount: '9' }],
      [lines({ id: 'kg', quantity: 0.1 }), lines({ id: 'kg', quantity: 0.2 })],
      [300, 600],
    ],
    ['the only line, whatever it says', 700, [{ id: 'x' }], [lines({ id: 'x' })], [700]],
    ['more than was bought', 4000, [tea, cup], [lines({ id: 'tea', quantity: 4 })], ['over-refund']],
    [
      'a line that is gone',
      4000,
      [tea, cup],
      [lines({ id: 'cup' }), lines({ id: 'cup' })],
      [1000, 'over-refund'],
    ],
    ['a line that was never there', 4000, [tea, cup], [lines({ id: 'hat' })], ['unknown-line']],
    [
      'lines whose shares nobody knows',
      4000,
      [{ id: 'tea' }, { id: 'cup' }],
      [lines({ id: 'cup' })],
      ['unknown-line'],
    ],
    ['an order without lines', 4000, [], [lines({ id: 'tea' })], ['unknown-line']],
    [
      'one good and one bad line: neither',
      4000,
      [tea, cup],
      [lines({ id: 'cup' }, { id: 'hat' }), lines({ id: 'cup' })],
      ['unknown-line', 1000],
    ],
    [
      'after most was refunded by amount',
      4000,
      [tea, cup],
      [euro(3500), lines({ id: 'cup' })],
      [3500, 'over-refund'],
    ],
    ['then all the rest', 4000, [tea, cup], [lines({ id: 'cup' }), {}], [1000, 3000]],
  ];
  it.each(cases)('%s', (_name, minor, items, refunds, took) => {
    expect(take(bought(minor, items), refunds).took).toEqual(took);
  });

  it('waits for its order as any other', () => {
    const order = bought(4000, [tea, cup], [refundOf(lines({ id: 'tea', quantity: 1 }))]);
    expect(order).toMatchObject({ refunded: 1000, clawedBack: 100 });
    expect(take(order, [lines({ id: 'tea' })]).took).toEqual([2000]);
  });

  it('in any parts of any lines adds up to the order, and its clawbacks to the earning', () => {
    const item = fc.record({
      units: fc.integer({ min: 1, max: 5 }),
      amount: fc.integer({ min: 1, max: 99_999 }),
    });
    const orders = fc.record({
      minor: fc.integer({ min: 1, max: 999_999 }),
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      seed: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(orders, ({ minor, items, seed }) => {
        const named = items.map(({ units, amount }, index) => {
          return { id: `i${index}`, quantity: units, amount: String(amount) };
        });
        const parts = named.flatMap(({ id, quantity }) => Array.from({ length: quantity }, () => id));
        const keyed = parts.map((id): [number, string] => [Number(seed.next().value), id]);
        const shuffled = keyed.sort(([a], [b]) => a - b).map(([, id]) => lines({ id, quantity: 1 }));
        const { took, order } = take(bought(minor, named), shuffled);
        const numbers = took.map(Number).filter((one) => !Number.isNaN(one));
        expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(minor);
        expect([order.refunded, order.clawedBack]).toEqual([minor, order.earned]);
      }),
    );
  });
});
