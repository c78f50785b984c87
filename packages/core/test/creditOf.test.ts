import { type CodeOwner, type Customer, defaultPolicy, type Policy, type Touch } from '@reftally/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attribute } from '../src/attribute.js';
import { creditOf } from '../src/creditOf.js';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const OWNERS: Record<string, CodeOwner> = {
  ann: { code: 'ann', partner: 'p1', status: 'active' },
  bob: { code: 'bob', partner: 'p2', status: 'active' },
  eve: { code: 'eve', partner: 'p3', status: 'paused' },
};
const set = (customer: Customer | undefined) => ({
  codeOwner: (code: string) => OWNERS[code],
  partnerStatus: (partner: string) => Object.values(OWNERS).find((o) => o.partner === partner)?.status,
  ...(customer && { customer }),
});

const code = fc.constantFrom('ann', 'bob', 'eve', 'nobody');
const at = fc.integer({ min: 90, max: 103 }).map((day) => day * DAY);
const touches: fc.Arbitrary<Touch[]> = fc.array(fc.record({ code, at }), { maxLength: 4 });
const customer: fc.Arbitrary<Customer> = fc.record({
  customerId: fc.constant('c'),
  conversion: fc.constant('v'),
  at,
  partner: fc.constantFrom('p1', 'p3', 'gone'),
  code,
});
const policy: fc.Arbitrary<Policy> = fc
  .record({
    model: fc.constantFrom('last' as const, 'first' as const),
    windowDays: fc.integer({ min: 0, max: 10 }),
    precedence: fc.shuffledSubarray(['coupon' as const, 'customer' as const, 'touch' as const]),
  })
  .map((rules) => ({ ...defaultPolicy(), ...rules }));

it('says what the attribution with a receipt says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(touches, fc.option(customer), fc.option(code), policy, (known, bound, coupon, rules) => {
      const event = { at: NOW, ...(coupon && { coupon }) };
      const { receipt: _, ...attribution } = attribute(event, known, set(bound ?? undefined), rules);
      seen.add(attribution.reason ?? attribution.winner?.partner ?? 'nothing');
      expect(creditOf(event, known, set(bound ?? undefined), rules)).toEqual(attribution);
    }),
    { numRuns: 2000 },
  );
  expect([...seen].sort()).toEqual([
    'after-conversion',
    'expired',
    'nothing',
    'p1',
    'p2',
    'paused',
    'unknown-code',
  ]);
});
