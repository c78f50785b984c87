/** A fraction as a signed percentage; without decimals, as nobody acts on a tenth of a percent. */
export function formatChange(change: number, locale?: string): string {
  if (Math.round(change * 100) === 0) return 'no change';
  return change.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'always' });
}
