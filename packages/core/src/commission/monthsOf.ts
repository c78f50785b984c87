import type { CalendarPeriod } from './CommissionRule.js';

const EVER: readonly string[] = ['ever'];
const MAX_REMEMBERED = 1000;
const remembered = new Map<string, readonly string[]>();

/** The keys of the tallies that make up the period around a month (`YYYY-MM`): months, or `ever`. */
export function monthsOf(period: CalendarPeriod, month: string): readonly string[] {
  if (period === 'ever') return EVER;
  const key = period + month;
  const known = remembered.get(key);
  if (known) return known;
  const months = period === 'month' ? [month] : around(month, period === 'quarter' ? 3 : 12);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, months);
  return months;
}

/** The months of the part of the year, so many long, in which a month is. */
function around(month: string, length: number): string[] {
  const [year = '', number = '1'] = month.split('-');
  const first = Math.floor((Number(number) - 1) / length) * length + 1;
  return Array.from({ length }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
}
