import { addCounts, type Counts, emptyCounts, type Interval, periodOf } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';
import { daysWithin } from './daysWithin.js';

/** Adds up daily counts; the period of the interval `total` is `''`. */
export type SumCounts = (totals: DailyCounts) => Map<string, Counts>;

/** How a month is added: as a whole to one period, or day by day. */
type Plan = { period: string } | { days: { day: string; period: string }[] };

/**
 * Makes the sum over the days `from` to `to` by interval. What is the same for each of ten thousand partners is worked out once, and
 * months that lie within the range as a whole are added as such.
 */
export function sumCounts(from: string, to: string, interval: Interval): SumCounts {
  const plans = new Map<string, Plan>();
  const planOf = (month: string) => {
    let plan = plans.get(month);
    if (!plan) {
      plan = planMonth(month, from, to, interval);
      plans.set(month, plan);
    }
    return plan;
  };
  return (totals) => {
    const sums = new Map<string, Counts>();
    for (const [month, counts] of totals.months) addMonth(sums, planOf(month), counts, totals.days);
    return sums;
  };
}

function planMonth(month: string, from: string, to: string, interval: Interval): Plan {
  const { days, isWhole } = daysWithin(month, from, to);
  const period = (day: string) => periodOf(day, interval) ?? '';
  if (isWhole && (interval === 'total' || interval === 'month')) return { period: period(`${month}-01`) };
  return { days: days.map((day) => ({ day, period: period(day) })) };
}

function addMonth(
  sums: Map<string, Counts>,
  plan: Plan,
  monthly: Counts,
  days: ReadonlyMap<string, Counts>,
): void {
  if ('period' in plan) {
    addPeriod(sums, plan.period, monthly);
    return;
  }
  for (const { day, period } of plan.days) {
    const counts = days.get(day);
    if (counts) addPeriod(sums, period, counts);
  }
}

function addPeriod(sums: Map<string, Counts>, period: string, counts: Counts): void {
  let sum = sums.get(period);
  if (!sum) {
    sum = emptyCounts();
    sums.set(period, sum);
  }
  addCounts(sum, counts);
}
