import { addTouches, dayOf, type Interval, periodOf } from '@reftally/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('dayOf', () => {
  const cases: [iso: string, zone: string, day: string][] = [
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-07-01T21:59:59Z', 'Europe/Berlin', '2026-07-01'],
    ['2026-07-01T22:00:00Z', 'Europe/Berlin', '2026-07-02'],
    ['2026-05-01T18:14:59Z', 'Asia/Kathmandu', '2026-05-01'],
    ['2026-05-01T18:15:00Z', 'Asia/Kathmandu', '2026-05-02'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
    ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
  ];
  it.each(cases)('%s in %s is %s', (iso, zone, day) => {
    expect(dayOf(Date.parse(iso), zone)).toBe(day);
  });

  it('agrees with the calendar parts of Intl at any time, remembered or not', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/St_Johns',
    );
    const year2026 = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
    fc.assert(
      fc.property(year2026, zone, (at, timeZone) => {
        const parts = new Intl.DateTimeFormat('de-DE', { timeZone, dateStyle: 'medium' })
          .format(at)
          .split('.');
        expect(dayOf(at, timeZone)).toBe(parts.reverse().join('-'));
      }),
    );
  });
});

describe('periodOf', () => {
  const cases: [day: string, interval: Interval, period: string | undefined][] = [
    ['2026-05-31', 'total', undefined],
    ['2026-05-31', 'day', '2026-05-31'],
    ['2026-05-31', 'week', '2026-05-25'],
    ['2026-06-01', 'week', '2026-06-01'],
    ['2026-01-01', 'week', '2025-12-29'],
    ['2026-05-31', 'month', '2026-05'],
  ];
  it.each(cases)('%s by %s is %s', (day, interval, period) => {
    expect(periodOf(day, interval)).toBe(period);
  });
});

it('keeps the first and the latest touches of a restless visitor', () => {
  const touches = Array.from({ length: 80 }, (_, i) => ({ code: `c${i}`, at: i }));
  const kept = addTouches(touches.slice(0, 40), touches.slice(40));
  expect(kept.map(({ at }) => at)).toEqual([0, ...Array.from({ length: 49 }, (_, i) => 31 + i)]);
});
