import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currenciesOf } from '../src/lib/currenciesOf.js';
import { currencyExponent } from '../src/lib/currencyExponent.js';
import { formatMoney } from '../src/lib/formatMoney.js';
import { sumMoney } from '../src/lib/sumMoney.js';

test.each([
  ['USD', 4999, '$49.99'],
  ['USD', 5, '$0.05'],
  ['USD', 0, '$0.00'],
  ['USD', -4999, '-$49.99'],
  ['USD', -5, '-$0.05'],
  ['USD', 9_007_199_254_740_991, '$90,071,992,547,409.91'],
  ['USD', 9_007_199_254_740_990, '$90,071,992,547,409.90'],
  ['JPY', 1500, '¥1,500'],
  ['KWD', 1234, 'KWD 1.234'],
  ['RSD', 150, 'RSD 1.50'],
  ['CLF', 12_345, 'CLF 1.2345'],
])('%s %d is shown as %s', (currency, minor, text) => {
  expect(formatMoney({ currency, minor }, 'en-US').replaceAll('\u00a0', ' ')).toBe(text);
});

test('every minor unit is shown', () => {
  const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CLF');
  fc.assert(
    fc.property(currency, fc.maxSafeInteger(), (code, minor) => {
      const shown = formatMoney({ currency: code, minor }, 'en-US');
      expect(BigInt(shown.replace(/\D/g, ''))).toBe(BigInt(Math.abs(minor)));
      expect(/\.(\d+)$/.exec(shown)?.[1]?.length ?? 0).toBe(currencyExponent(code));
    }),
  );
});

test('currencies are added each for itself', () => {
  const sum = sumMoney([
    [
      { currency: 'EUR', minor: 100 },
      { currency: 'USD', minor: 7 },
    ],
    [],
    [{ currency: 'EUR', minor: -30 }],
  ]);
  expect(sum).toEqual([
    { currency: 'EUR', minor: 70 },
    { currency: 'USD', minor: 7 },
  ]);
});

test('the shop’s currencies come first, others follow', () => {
  expect(currenciesOf(['EUR'], [[{ currency: 'USD', minor: 1 }], [{ currency: 'EUR', minor: 1 }]])).toEqual([
    'EUR',
    'USD',
  ]);
});
