/** The days (`YYYY-MM-DD`) of a month within a range, and whether those are all that it has. */
export type MonthSlice = { days: string[]; isWhole: boolean };

/** The part of a month (`YYYY-MM`) that lies within the days `from` to `to` (`YYYY-MM-DD`), both included. */
export function monthSlice(month: string, from: string, to: string): MonthSlice {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const all = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const days = all.filter((day) => from <= day && day <= to);
  return { days, isWhole: days.length === length };
}
