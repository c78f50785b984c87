/** How totals are grouped. */
export type Interval = 'total' | 'day' | 'week' | 'month';

/** The period of a day (`YYYY-MM-DD`): the day, its Monday, its month (`YYYY-MM`), or nothing for `total`. */
export function periodOf(day: string, interval: Interval): string | undefined {
  if (interval === 'total') return undefined;
  if (interval === 'day') return day;
  if (interval === 'month') return day.slice(0, 7);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const noon = Date.UTC(year, month - 1, date, 12);
  const weekday = Math.floor(noon / 86_400_000 + 3) % 7; // 1970-01-01 was a Thursday
  return new Date(noon - weekday * 86_400_000).toISOString().slice(0, 10);
}
