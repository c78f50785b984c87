import { addDelta, type Counts, type Delta, emptyCounts } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';
import { trustedOf } from './trustedOf.js';

/** Adds a change to the totals of its day and of its month, in place; where it has a trust, to those by trust as well. */
export function addDaily(
  totals: DailyCounts,
  delta: Pick<Delta, 'day' | 'add' | 'revenue' | 'discount' | 'trust'>,
): void {
  addDelta(countsAt(totals.days, delta.day), delta);
  addDelta(countsAt(totals.months, delta.day.slice(0, 7)), delta);
  if (delta.trust)
    addDaily(trustedOf(totals, delta.trust), {
      day: delta.day,
      add: delta.add,
      ...(delta.revenue && { revenue: delta.revenue }),
    });
}

function countsAt(periods: Map<string, Counts>, period: string): Counts {
  let counts = periods.get(period);
  if (!counts) {
    counts = emptyCounts();
    periods.set(period, counts);
  }
  return counts;
}
