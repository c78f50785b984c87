import type { CalendarPeriod } from './CommissionRule.js';

/** The keys of the tallies that make up the period around a month (`YYYY-MM`): months, or `ever`. */
export function monthsOf(period: CalendarPeriod, month: string): string[] {
  if (period === 'ever') return ['ever'];
  if (period === 'month') return [month];
  const [year = '', number = '1'] = month.split('-');
  const length = period === 'quarter' ? 3 : 12;
  const first = Math.floor((Number(number) - 1) / length) * length + 1;
  return Array.from({ length }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
}
