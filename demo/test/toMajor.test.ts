import { expect, test } from 'vitest';
import type { Currency } from '../src/currencies.js';
import { formatPrice } from '../src/formatPrice.js';
import { toMajor } from '../src/toMajor.js';

const cases: [minor: number, currency: Currency, major: string, price: string][] = [
  [4990, 'EUR', '49.90', '€49.90'],
  [5, 'EUR', '0.05', '€0.05'],
  [0, 'USD', '0.00', '$0.00'],
  [1590, 'USD', '15.90', '$15.90'],
  [5400, 'JPY', '5400', '¥5,400'],
  [123_456_789, 'EUR', '1234567.89', '€1,234,567.89'],
];

test.each(cases)('%i minor units of %s are %s, read %s', (minor, currency, major, price) => {
  expect(toMajor(minor, currency)).toBe(major);
  expect(formatPrice(minor, currency)).toBe(price);
});
