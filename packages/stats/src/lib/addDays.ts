const DAY_MS = 86_400_000;

/** The calendar day `count` days after `day` (`YYYY-MM-DD`); negative counts go back. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
