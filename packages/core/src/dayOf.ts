const QUARTER_HOUR = 15 * 60_000;
const MAX_CACHED = 50_000;

type Calendar = { format: Intl.DateTimeFormat; days: Map<number, string> };
const calendars = new Map<string, Calendar>();

/**
 * The calendar day (`YYYY-MM-DD`) of a time (ms) in an IANA time zone. Every offset in use is a multiple of a quarter of an hour, so
 * days are remembered by quarter: Intl takes microseconds, and this runs for every event.
 */
export function dayOf(at: number, timeZone: string): string {
  const { format, days } = calendarOf(timeZone);
  const quarter = Math.floor(at / QUARTER_HOUR);
  let day = days.get(quarter);
  if (day === undefined) {
    if (days.size >= MAX_CACHED) days.clear();
    day = format.format(at);
    days.set(quarter, day);
  }
  return day;
}

function calendarOf(timeZone: string): Calendar {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendar = { format, days: new Map() };
    calendars.set(timeZone, calendar);
  }
  return calendar;
}
