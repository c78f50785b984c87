import {
  addDelta,
  balanceOf,
  currencyExponent,
  emptyCounts,
  formatAmount,
  parseAmount,
} from '@reftally/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceRates } from '../src/commission/priceRates.js';
import { proportionOf } from '../src/proportionOf.js';

describe('parseAmount', () => {
  const good: [string | number, string, number][] = [
    ['49.99', 'USD', 4999],
    [49.99, 'USD', 4999],
    ['49.9', 'EUR', 4990],
    [50, 'EUR', 5000],
    ['0', 'EUR', 0],
    ['4999', 'JPY', 4999],
    ['1.234', 'KWD', 1234],
    ['0.07', 'EUR', 7],
    ['90071992547409.91', 'USD', 9007199254740991],
  ];
  it.each(good)('%s %s is %i minor units', (amount, currency, minor) => {
    expect(parseAmount(amount, currency)).toEqual({ currency, minor });
  });

  const bad: [name: string, amount: string | number, currency: string, says: RegExp][] = [
    ['three decimals for cents', '49.999', 'USD', /at most 2 decimals for USD, such as "49.99"/],
    ['trailing zero beyond the cents', '49.990', 'USD', /at most 2 decimals/],
    ['decimals for yen', '49.5', 'JPY', /no decimals for JPY, such as "4999"/],
    ['four decimals for fils', '1.2345', 'KWD', /at most 3 decimals/],
    ['negative', '-1', 'USD', /zero or more/],
    ['a comma', '49,99', 'USD', /got "49,99"/],
    ['thousands', '1,299.00', 'USD', /expected a decimal/],
    ['a currency sign', '$5', 'USD', /expected a decimal/],
    ['blank', '', 'USD', /expected a decimal/],
    ['exponent', 1e21, 'USD', /expected a decimal/],
    ['float noise', 0.1 + 0.2, 'USD', /at most 2 decimals/],
    ['not a number', Number.NaN, 'USD', /expected a decimal/],
    ['infinite', Number.POSITIVE_INFINITY, 'USD', /expected a decimal/],
    ['beyond exact integers', '90071992547409.92', 'USD', /expected a decimal/],
    ['unknown currency', '5', 'XYZ', /currency: expected an ISO 4217 code/],
    ['lower-case currency', '5', 'usd', /currency: expected an ISO 4217 code/],
    ['a prototype name', '5', 'constructor', /currency: expected an ISO 4217 code/],
  ];
  it.each(bad)('refuses %s', (_name, amount, currency, says) => {
    expect(parseAmount(amount, currency)).toEqual({ problem: expect.stringMatching(says) });
  });

  it('is undone by formatAmount in every currency', () => {
    const currency = fc.constantFrom('JPY', 'USD', 'KWD', 'CLF', 'EUR', 'VND');
    fc.assert(
      fc.property(fc.maxSafeNat(), currency, (minor, code) => {
        expect(parseAmount(formatAmount({ currency: code, minor }), code)).toEqual({ currency: code, minor });
      }),
    );
  });
});

describe('currencyExponent', () => {
  it.each([
    ['JPY', 0],
    ['USD', 2],
    ['IDR', 2],
    ['RSD', 2],
    ['KWD', 3],
    ['CLF', 4],
    ['DEM', undefined],
    ['toString', undefined],
  ])('%s has %s', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });
});

describe('a percentage', () => {
  it.each([
    [4999, '10', 500],
    [4995, '10', 500],
    [4994, '10', 499],
    [1, '50', 1],
    [333, '33.333333', 111],
    [9007199254740991, '100', 9007199254740991],
    [9007199254740991, '12.5', 1125899906842624],
    [1000, '0', 0],
  ])('of %i at %s %% is %i', (minor, percent, result) => {
    expect(priceRates([[{ percent, amount: minor }]])).toEqual([result]);
  });
});

describe('proportionOf', () => {
  it('takes back in parts exactly what a whole refund would, in any order of parts', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.nat(100_000), (refunds, earned) => {
        const total = refunds.reduce((a, b) => a + b, 0);
        let refunded = 0;
        let taken = 0;
        for (const refund of refunds) {
          refunded += refund;
          const due = proportionOf(earned, refunded, total);
          expect(due).toBeGreaterThanOrEqual(taken);
          expect(due * total).toBeLessThanOrEqual(earned * refunded);
          taken = due;
        }
        expect(taken).toBe(earned);
      }),
    );
  });
});

describe('totals', () => {
  it('never sums currencies together', () => {
    const counts = emptyCounts();
    addDelta(counts, { add: { purchases: 1 }, revenue: { currency: 'EUR', minor: 100 } });
    addDelta(counts, { add: { purchases: 1 }, revenue: { currency: 'JPY', minor: 100 } });
    addDelta(counts, { add: { refunds: 1 }, revenue: { currency: 'EUR', minor: -40 } });
    expect(counts).toMatchObject({ purchases: 2, refunds: 1, revenue: { EUR: 60, JPY: 100 } });
  });

  it('divides held from payable by the clock', () => {
    const line = (minor: number, payableAt: number, currency = 'EUR') => {
      return {
        id: 'x',
        type: 'earning' as const,
        partner: 'p',
        conversion: 'c',
        at: 0,
        payableAt,
        currency,
        minor,
      };
    };
    const lines = [line(10, 100), line(5, 200), line(-5, 200), line(7, 200, 'USD')];
    expect(balanceOf(lines, 99)).toEqual({ held: [eur(10), usd(7)], payable: [], paid: [] });
    expect(balanceOf(lines, 100)).toEqual({ held: [usd(7)], payable: [eur(10)], paid: [] });
  });
});

const eur = (minor: number) => ({ currency: 'EUR', minor });
const usd = (minor: number) => ({ currency: 'USD', minor });
