import type { Money } from '@reftally/core';

/** Sums by currency (minor units) as a list, in alphabetical order. */
export function moneyList(sums: Readonly<Record<string, number>>): Money[] {
  return Object.keys(sums)
    .sort()
    .map((currency) => ({ currency, minor: sums[currency] ?? 0 }));
}
