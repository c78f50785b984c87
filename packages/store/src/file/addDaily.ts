import { addDelta, type Counts, type Delta, emptyCounts } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';

/** Adds a change to the totals of its day and of its month, in place. */
export function addDaily(totals: DailyCounts, delta: Pick<Delta, 'day' | 'add' | 'revenue'>): void {
  addDelta(countsAt(totals.days, delta.day), delta);
  addDelta(countsAt(totals.months, delta.day.slice(0, 7)), delta);
}

function countsAt(periods: Map<string, Counts>, period: string): Counts {
  let counts = periods.get(period);
  if (!counts) {
    counts = emptyCounts();
    periods.set(period, counts);
  }
  return counts;
}
