/** The date whose parts in the time zone of this process are those of a text such as `2026-06-01T12:00:00`: the library writes dates by these. */
export function localDate(text: string): Date {
  // Without a zone at the end it is read as local time.
  return new Date(text);
}
