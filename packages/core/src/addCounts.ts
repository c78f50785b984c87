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
  addSums(into.revenue, from.revenue);
  if (!from.discounts) return;
  into.discounts ??= {};
  addSums(into.discounts, from.discounts);
}

/** Without a list of the currencies: totals of ten thousand partners add up a hundred thousand of these. */
function addSums(into: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const currency in from) into[currency] = (into[currency] ?? 0) + (from[currency] ?? 0);
}
