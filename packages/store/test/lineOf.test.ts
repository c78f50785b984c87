import type { Outcome } from '@reftally/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOf } from '../src/file/lineOf.js';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '\\', '\n', '\u0000', '\u2028', '\u007f', '\ud800', 'é', '__proto__'),
);
const at = fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e300));
const touch = fc.record({ code: text, at });
const money = fc.record({ currency: text, minor: at });
const reason = fc.constantFrom('expired' as const, 'unknown-code' as const);
const some = <T, K extends keyof T>(
  fields: { [Field in keyof T]: fc.Arbitrary<T[Field]> },
  requiredKeys: K[],
) => fc.record(fields, { requiredKeys });

const answer = some(
  {
    status: fc.constantFrom('accepted' as const, 'refused' as const),
    reason,
    partner: text,
    conversion: text,
  },
  ['status'],
);
const base = {
  id: text,
  site: text,
  at,
  trust: fc.constantFrom('browser' as const, 'server' as const),
  stated: at,
  dated: fc.constant(true as const),
  touches: fc.array(touch, { maxLength: 3 }),
  visitor: text,
  client: text,
  url: text,
  referrer: text,
  ad: text,
  props: fc.dictionary(text, fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null))),
};
const required = ['id', 'site', 'at', 'trust', 'touches', 'type'] as const;
const pageview = some({ type: fc.constant('pageview' as const), ...base }, [...required]);
const custom = some({ type: fc.constant('custom' as const), name: text, ...base }, [...required, 'name']);
const delta = some(
  {
    partner: text,
    day: fc.constant('2026-05-10'),
    add: fc.constantFrom({}, { clicks: 1, pageviews: 2 }),
    revenue: money,
    trust: fc.constantFrom('browser' as const, 'server' as const),
    refused: reason,
  },
  ['partner', 'day', 'add'],
);
const click = fc.record({ code: text, client: text, at, matched: fc.boolean() });
const customer = fc.record({ customerId: text, conversion: text, at });
const outcome = some(
  {
    answer,
    decidedAt: at,
    event: fc.oneof(pageview, custom),
    touches: fc.array(touch, { maxLength: 2 }),
    clicks: fc.array(click, { maxLength: 2 }),
    customer,
    refundId: text,
    deltas: fc.array(delta, { maxLength: 3 }),
  },
  ['answer', 'decidedAt', 'event'],
) as fc.Arbitrary<Outcome>;

it('writes what JSON.stringify would, on one line', () => {
  fc.assert(
    fc.property(outcome, (value) => {
      const line = lineOf(value);
      expect(line.endsWith('\n')).toBe(true);
      expect(line.slice(0, -1)).not.toContain('\n');
      expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify({ outcome: value })));
    }),
    { numRuns: 2000 },
  );
});
