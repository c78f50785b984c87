/** `part` of `whole` as a percentage with at most one decimal; a dash when there is nothing to divide by. */
export function formatRate(part: number, whole: number, locale?: string): string {
  if (whole === 0) return '–';
  return (part / whole).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
}
