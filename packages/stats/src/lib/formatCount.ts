/** A count for people, with the locale's grouping. */
export function formatCount(count: number, locale?: string): string {
  return count.toLocaleString(locale);
}
