import { addCounts, type Counts, emptyCounts, type Interval, periodOf } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';
import { type MonthSlice, monthSlice } from './monthSlice.js';

/** Adds up daily counts; the period of the interval `total` is `''`. */
export type SumCounts = (totals: DailyCounts) => Map<string, Counts>;

/**
 * Makes the sum over the days `from` to `to` by interval. What is the same for each of ten thousand partners is worked out once, and
 * months that lie within the range as a whole are added as such.
 */
export function sumCounts(from: string, to: string, interval: Interval): SumCounts {
  const slices = new Map<string, MonthSlice>();
  const periods = new Map<string, string>();
  const sliceOf = (month: string) => remember(slices, month, () => monthSlice(month, from, to));
  const period = (day: string) => remember(periods, day, () => periodOf(day, interval) ?? '');
  const usesMonths = interval === 'total' || interval === 'month';
  return ({ days, months }) => {
    const sums = new Map<string, Counts>();
    for (const [month, counts] of months) {
      const slice = sliceOf(month);
      if (slice.isWhole && usesMonths) add(sums, period(`${month}-01`), counts);
      else addDays(sums, days, slice.days, period);
    }
    return sums;
  };
}

function addDays(
  sums: Map<string, Counts>,
  totals: Map<string, Counts>,
  days: string[],
  period: (day: string) => string,
): void {
  for (const day of days) {
    const counts = totals.get(day);
    if (counts) add(sums, period(day), counts);
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function add(sums: Map<string, Counts>, period: string, counts: Counts): void {
  const sum = sums.get(period) ?? emptyCounts();
  addCounts(sum, counts);
  sums.set(period, sum);
}
