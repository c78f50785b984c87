import type { Counts } from './Counts.js';
import type { Counter, Delta } from './Delta.js';

/** Adds a change to totals, in place: this runs for every event and every fold. */
export function addDelta(
  counts: Counts,
  { add, revenue, discount }: Pick<Delta, 'add' | 'revenue' | 'discount'>,
): void {
  for (const counter in add) counts[counter as Counter] += add[counter as Counter] ?? 0;
  if (revenue) counts.revenue[revenue.currency] = (counts.revenue[revenue.currency] ?? 0) + revenue.minor;
  if (!discount) return;
  counts.discounts ??= {};
  counts.discounts[discount.currency] = (counts.discounts[discount.currency] ?? 0) + discount.minor;
}
