import type { TotalsRow, TrustTotalsRow } from '@reftally/store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiTotals } from '../src/api/apiTotals.js';
import { apiTrustTotals } from '../src/api/apiTrustTotals.js';
import { putTotals } from '../src/api/putTotals.js';
import { putTrustTotals } from '../src/api/putTrustTotals.js';
import { totalsJson } from '../src/api/totalsJson.js';

// Answers of totals are written by hand: as JSON.stringify would write the plain objects.

const RUNS = 300;
const HEAD = {
  site: 'shop',
  from: '2026-01-01',
  to: '2026-12-31',
  interval: 'total',
  timeZone: 'Europe/Berlin',
};

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
const integer = fc.oneof(
  fc.constantFrom(0, 9, 10, 999_999_999, 1_000_000_000, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER),
  fc.nat(1_000_000),
  fc.maxSafeInteger(),
);
const currency = fc.oneof(fc.constantFrom('EUR', 'JPY', 'USD'), text);
const sums = fc.dictionary(currency, integer, { maxKeys: 3, noNullPrototype: true });
const money = fc.array(fc.record({ currency, minor: integer }), { maxLength: 3 });
const named = { partner: text, code: text, name: text, period: text };
const totalsRow = fc.record(
  {
    ...named,
    counts: fc.record(
      {
        clicks: fc.nat(),
        uncounted: fc.nat(),
        pageviews: integer,
        visitors: integer,
        signups: integer,
        purchases: integer,
        refunds: integer,
        revenue: sums,
        discounts: sums,
      },
      {
        requiredKeys: [
          'clicks',
          'uncounted',
          'pageviews',
          'visitors',
          'signups',
          'purchases',
          'refunds',
          'revenue',
        ],
      },
    ),
    commission: fc.record({ held: money, payable: money, paid: money }),
  },
  { requiredKeys: ['partner', 'code', 'name', 'counts', 'commission'] },
) as fc.Arbitrary<TotalsRow>;
const trustRow = fc
  .record(
    { ...named, trust: fc.constantFrom('browser', 'signed'), purchases: integer, revenue: sums },
    { requiredKeys: ['partner', 'code', 'name', 'trust', 'purchases', 'revenue'] },
  )
  // In this order, as both stores make them.
  .map(({ partner, code, name, period, ...rest }) => ({
    ...{ partner, code, name },
    ...(period !== undefined && { period }),
    ...rest,
  })) as fc.Arbitrary<TrustTotalsRow>;
const tail = fc.record({ direct: fc.array(text), refused: sums }, { requiredKeys: [] });

test('totals are the JSON of their rows', () => {
  const property = fc.property(fc.array(totalsRow, { maxLength: 20 }), tail, (rows, whole) => {
    const json = totalsJson(HEAD, rows, putTotals, whole).toString();
    expect(json).toBe(JSON.stringify({ ...HEAD, totals: rows.map(apiTotals), ...whole }));
  });
  fc.assert(property, { numRuns: RUNS });
});

test('totals by trust are the JSON of their rows', () => {
  const property = fc.property(fc.array(trustRow, { maxLength: 20 }), tail, (rows, whole) => {
    const json = totalsJson(HEAD, rows, putTrustTotals, whole).toString();
    expect(json).toBe(JSON.stringify({ ...HEAD, totals: rows.map(apiTrustTotals), ...whole }));
  });
  fc.assert(property, { numRuns: RUNS });
});

test('an answer grows as it has to, and leaves out what is undefined', () => {
  const name = 'Zoë "the\nfox" \ud800'.repeat(500);
  const row = { partner: 'p', code: 'c', name, trust: 'server' as const, purchases: 1, revenue: {} };
  const rows = Array.from({ length: 200 }, () => row);
  const json = totalsJson(HEAD, rows, putTrustTotals, { direct: undefined, refused: {} }).toString();
  expect(json).toBe(JSON.stringify({ ...HEAD, totals: rows.map(apiTrustTotals), refused: {} }));
});
