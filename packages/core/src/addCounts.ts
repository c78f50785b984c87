import type { Counts } from './Counts.js';

/** Adds one total to another, in place; currencies stay apart. */
export function addCounts(into: Counts, from: Counts): void {
  into.clicks += from.clicks;
  into.uncounted += from.uncounted;
  into.pageviews += from.pageviews;
  into.visitors += from.visitors;
  into.signups += from.signups;
  into.purchases += from.purchases;
  into.refunds += from.refunds;
  for (const currency of Object.keys(from.revenue)) {
    into.revenue[currency] = (into.revenue[currency] ?? 0) + (from.revenue[currency] ?? 0);
  }
  if (!from.discounts) return;
  into.discounts ??= {};
  for (const [currency, minor] of Object.entries(from.discounts))
    into.discounts[currency] = (into.discounts[currency] ?? 0) + minor;
}
