/** What rows of totals are ordered by. */
type Named = { name: string; partner: string; period?: string };

/** By name, then partner, then period; by code units, as no locale is everybody's. For `sort`. */
export function compareTotals(a: Named, b: Named): number {
  return compare(a.name, b.name) || compare(a.partner, b.partner) || compare(a.period ?? '', b.period ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
