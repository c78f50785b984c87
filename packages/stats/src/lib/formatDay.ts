/** A calendar day (`YYYY-MM-DD`) for people; `style` says whether the year is worth its room. */
export function formatDay(day: string, style: 'short' | 'long' = 'long', locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(style === 'long' ? { year: 'numeric' } : {}),
  }).format(Date.parse(`${day}T00:00:00Z`));
}
