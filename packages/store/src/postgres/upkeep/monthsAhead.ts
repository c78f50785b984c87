/** A month in UTC: its name in a table's (`2026_05`), and its times (ms), the end not included. */
export type Month = { name: string; from: number; to: number };

/** The month of a time (ms) and so many after it. */
export function monthsAhead(now: number, count: number): Month[] {
  const date = new Date(now);
  const startOf = (ahead: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
  return Array.from({ length: count + 1 }, (_, ahead) => ({
    name: new Date(startOf(ahead)).toISOString().slice(0, 7).replace('-', '_'),
    from: startOf(ahead),
    to: startOf(ahead + 1),
  }));
}
