import { describe, expect, test } from 'vitest';
import type { TotalsRow } from '../src/api/TotalsRow.js';
import { arrivalsText } from '../src/lib/arrivalsText.js';
import { emptyTotals } from '../src/lib/emptyTotals.js';
import { filterPartners } from '../src/lib/filterPartners.js';
import { linkOf } from '../src/lib/linkOf.js';
import { sortPartners } from '../src/lib/sortPartners.js';
import { sumTotals } from '../src/lib/sumTotals.js';

const row = (name: string, purchases: number, eur = 0, usd = 0): TotalsRow => ({
  ...emptyTotals(name, name.toLowerCase(), name),
  purchases,
  revenue: [
    { currency: 'EUR', minor: eur },
    { currency: 'USD', minor: usd },
  ],
});
const ROWS = [row('Bo', 2, 5, 900), row('Ärne', 9, 7, 1), row('Zed', 2, 6, 2), row('Al2', 0), row('Al10', 0)];
const names = (rows: readonly TotalsRow[]) => rows.map(({ name }) => name);

describe('sorting', () => {
  test.each([
    ['name', false, 'EUR', ['Al2', 'Al10', 'Ärne', 'Bo', 'Zed']],
    ['name', true, 'EUR', ['Zed', 'Bo', 'Ärne', 'Al10', 'Al2']],
    ['purchases', true, 'EUR', ['Ärne', 'Bo', 'Zed', 'Al2', 'Al10']],
    ['revenue', true, 'EUR', ['Ärne', 'Zed', 'Bo', 'Al2', 'Al10']],
    ['revenue', true, 'USD', ['Bo', 'Zed', 'Ärne', 'Al2', 'Al10']],
    ['payable', false, 'EUR', ['Bo', 'Ärne', 'Zed', 'Al2', 'Al10']],
  ] as const)('by %s, descending %s, in %s', (key, descending, currency, expected) => {
    const before = names(ROWS);
    expect(names(sortPartners(ROWS, key, descending, currency))).toEqual(expected);
    expect(names(ROWS)).toEqual(before);
  });
});

test.each([
  ['', 5],
  ['  ', 5],
  ['AL', 2],
  ['ärn', 1],
  ['nobody', 0],
])('finding %j gives %d', (typed, count) => {
  expect(filterPartners(ROWS, new Map(), typed)).toHaveLength(count);
});

test('the sum of all partners keeps currencies apart', () => {
  const sum = sumTotals(ROWS);
  expect(sum.purchases).toBe(13);
  expect(sum.revenue).toEqual([
    { currency: 'EUR', minor: 18 },
    { currency: 'USD', minor: 903 },
  ]);
});

test('a link is built from the code until the details are there', () => {
  const site = {
    id: 's',
    name: 'S',
    landingUrl: 'https://shop.example/start?a=1',
    currencies: [],
    timeZone: 'UTC',
  };
  expect(linkOf('bo', undefined, site)).toBe('https://shop.example/start?a=1&ref=bo');
});

test.each([
  [1204, 1380, 'of 1,380 arrivals'],
  [12, 12, ''],
  [0, 3, 'of 3 arrivals'],
])('%d clicks and %d arrivals', (clicks, rawClicks, text) => {
  expect(arrivalsText({ clicks, rawClicks }, 'en-US')).toBe(text);
});
