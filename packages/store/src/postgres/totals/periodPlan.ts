import { type Interval, periodOf } from '@reftally/core';
import { daysWithin } from '../../file/daysWithin.js';

/** Which stored periods add up to a range, and to which period of the answer each belongs (`''` for the interval `total`). */
export type PeriodPlan = { stored: string[]; shown: string[] };

/** The first and the last day (`YYYY-MM-DD`), both included. */
export type Days = { from: string; to: string };

/** Years and months that lie within the range as a whole are taken as such where that is fine enough, all others day by day. */
export function periodPlan({ from, to }: Days, interval: Interval): PeriodPlan {
  const plan: PeriodPlan = { stored: [], shown: [] };
  const takesMonths = interval === 'total' || interval === 'month';
  const add = (stored: string, day: string) => {
    plan.stored.push(stored);
    plan.shown.push(periodOf(day, interval) ?? '');
  };
  let month = from.slice(0, 7);
  while (month <= to.slice(0, 7)) {
    const year = month.slice(0, 4);
    if (interval === 'total' && from <= `${year}-01-01` && to >= `${year}-12-31`) {
      add(year, `${year}-01-01`);
      month = monthAfter(`${year}-12`);
      continue;
    }
    const { days, isWhole } = daysWithin(month, from, to);
    if (isWhole && takesMonths) add(month, `${month}-01`);
    else for (const day of days) add(day, day);
    month = monthAfter(month);
  }
  return plan;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}
