import type { Outcome } from '@reftally/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFact } from '../src/file/parseFact.js';
import { putOutcome } from '../src/file/putOutcome.js';
import { JsonBytes } from '../src/JsonBytes.js';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '\\', '\n', '\u0000', '\u2028', '\u007f', '\ud800', 'é', '__proto__'),
);
const at = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    0.5,
    1e9,
    2e9 + 7,
    1_793_000_000_007,
    2 ** 53,
    1e300,
  ),
);
const touch = fc.record({ code: text, at });
const money = fc.record({ currency: text, minor: at });
const reason = fc.constantFrom('expired' as const, 'unknown-code' as const);
const some = <T, K extends keyof T>(
  fields: { [Field in keyof T]: fc.Arbitrary<T[Field]> },
  requiredKeys: K[],
) => fc.record(fields, { requiredKeys });

/** Often that of the answer and of what is counted. */
const owner = fc.oneof(fc.constantFrom('', 'p1'), text);
const answer = some(
  {
    status: fc.constantFrom('accepted' as const, 'refused' as const),
    reason,
    partner: owner,
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
    partner: owner,
    day: fc.constant('2026-05-10'),
    add: fc.constantFrom(
      {},
      { pageviews: 1 },
      { pageviews: 1 },
      { clicks: 1, pageviews: 1 },
      { pageviews: 2 },
    ),
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

const partner = fc.constantFrom('', 'p1');
const plain = {
  partner,
  day: fc.constant('2026-05-10'),
  add: fc.constantFrom({ pageviews: 1 }, { pageviews: 1 }, { clicks: 1, pageviews: 1 }, { pageviews: 2 }),
};
const counted = fc.oneof(
  fc.record(plain),
  fc.record({ ...plain, refused: reason }),
  fc.record({ ...plain, hour: fc.nat() }),
);
/** Pageviews that change hardly anything else: what the short line is for, and what is next to it. */
const view = some(
  {
    answer: some({ status: fc.constantFrom('accepted' as const, 'refused' as const), reason, partner }, [
      'status',
    ]),
    decidedAt: fc.nat(),
    event: some({ type: fc.constant('pageview' as const), ...base }, [...required]),
    deltas: fc.array(counted, { minLength: 1, maxLength: 2 }),
  },
  ['answer', 'decidedAt', 'event', 'deltas'],
) as fc.Arbitrary<Outcome>;

it('writes one line, of which the same is read as of what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.oneof(outcome, view), (value) => {
      const json = new JsonBytes(1);
      putOutcome(json, value);
      const line = json.bytes.toString();
      expect(line).not.toContain('\n');
      expect(parseFact(line)).toEqual(JSON.parse(JSON.stringify({ outcome: value })));
    }),
    { numRuns: 3000 },
  );
});
