import type { Money } from '../api/Money.js';

/** Adds amounts up, each currency for itself; in the order in which currencies first appear. */
export function sumMoney(lists: readonly (readonly Money[])[]): Money[] {
  const sums = new Map<string, number>();
  for (const list of lists) {
    for (const { currency, minor } of list) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}
