import type { CalendarPeriod } from './CommissionRule.js';
import { monthsOf } from './monthsOf.js';
import type { SaleHistory } from './Sale.js';
import type { Tally } from './Tally.js';

/** A sum of what has been counted for a partner in the period around a month (`YYYY-MM`). */
export function countedIn(
  period: CalendarPeriod,
  month: string,
  partner: string,
  set: SaleHistory,
  pick: (tally: Tally) => number | undefined,
): number {
  let sum = 0;
  for (const key of monthsOf(period, month)) {
    const tally = set.partnerTally?.(partner, key);
    if (tally) sum += pick(tally) ?? 0;
  }
  return sum;
}
