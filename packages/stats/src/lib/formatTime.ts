/** A moment (ISO 8601) for people, as the clock shows it in an IANA time zone. */
export function formatTime(at: string, timeZone: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    Date.parse(at),
  );
}
