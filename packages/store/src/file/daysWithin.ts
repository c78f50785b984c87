/** The days (`YYYY-MM-DD`) of a month (`YYYY-MM`) within `from` to `to`, both included, and whether those are all that it has. */
export function daysWithin(month: string, from: string, to: string): { days: string[]; isWhole: boolean } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const all = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const days = all.filter((day) => from <= day && day <= to);
  return { days, isWhole: days.length === length };
}
