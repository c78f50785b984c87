import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../src/lib/addDays.js';
import { dayCount } from '../src/lib/dayCount.js';
import { fillDays } from '../src/lib/fillDays.js';
import { formatDay } from '../src/lib/formatDay.js';
import { formatRange } from '../src/lib/formatRange.js';
import { previousRange } from '../src/lib/previousRange.js';
import { rangeOf } from '../src/lib/rangeOf.js';
import { readRange } from '../src/lib/readRange.js';
import { todayIn } from '../src/lib/todayIn.js';
import { writeRange } from '../src/lib/writeRange.js';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));

describe('named ranges', () => {
  test.each([
    ['7d', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['30d', '2026-03-15', '2026-02-14', '2026-03-15'],
    ['90d', '2024-03-01', '2023-12-03', '2024-03-01'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['last-month', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['year', '2026-01-01', '2026-01-01', '2026-01-01'],
  ] as const)('%s on %s', (preset, today, from, to) => {
    expect(rangeOf(preset, today)).toEqual({ from, to });
  });
});

test('the period before is as long and ends the day before', () => {
  fc.assert(
    fc.property(day, fc.nat(800), (from, more) => {
      const range = { from, to: addDays(from, more) };
      const before = previousRange(range);
      expect(dayCount(before)).toBe(dayCount(range));
      expect(addDays(before.to, 1)).toBe(range.from);
    }),
  );
});

describe('the day that it is', () => {
  const now = Date.parse('2026-11-22T23:30:00Z');
  test.each([
    ['UTC', '2026-11-22'],
    ['Europe/Amsterdam', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-23'],
  ])('in %s', (zone, expected) => {
    expect(todayIn(zone, now)).toBe(expected);
  });
});

describe('the range in the address', () => {
  const today = '2026-11-22';
  test.each([
    ['', '30d'],
    ['?range=last-month', 'last-month'],
    ['?range=nonsense', '30d'],
    ['?from=2026-01-01&to=2026-02-01', 'custom'],
    ['?from=2026-02-02&to=2026-02-01', '30d'],
    ['?from=2026-13-45&to=2026-14-01', '30d'],
    ['?from=2026-01-01', '30d'],
    ['?from=2026-02-30&to=2026-03-02', '30d'],
    ['?from=0001-01-01&to=2026-03-02', '30d'],
  ])('%s', (search, preset) => {
    expect(readRange(search, today).preset).toBe(preset);
  });
  test('comes back as it was written', () => {
    for (const search of ['?range=7d', '?from=2026-01-01&to=2026-02-01']) {
      expect(writeRange(readRange(search, today))).toBe(search);
    }
  });
});

test('days on which nothing happened are filled with zeros, in order', () => {
  const days = fillDays({ from: '2026-02-27', to: '2026-03-02' }, [
    { ...fillDays({ from: '2026-03-01', to: '2026-03-01' }, [])[0], clicks: 5 } as never,
  ]);
  expect(days.map(({ period, clicks }) => [period, clicks])).toEqual([
    ['2026-02-27', 0],
    ['2026-02-28', 0],
    ['2026-03-01', 5],
    ['2026-03-02', 0],
  ]);
});

test('days are shown as themselves in every time zone', () => {
  expect(formatDay('2026-11-01', 'long', 'en-US')).toBe('Nov 1, 2026');
  expect(formatDay('2026-11-01', 'short', 'en-US')).toBe('Nov 1');
  expect(formatRange({ from: '2026-11-01', to: '2026-11-22' }, 'en-US')).toMatch(/^Nov 1\s–\s22, 2026$/);
});
