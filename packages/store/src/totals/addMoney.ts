import type { Money } from '@reftally/core';

/** Adds minor units (which may be negative) to one sum a currency, and returns the list: another one where it was empty, as most are that are added to. */
export function addMoney(sums: Money[], currency: string, minor: number): Money[] {
  // A list that grows by `push` makes room for sixteen more; ten thousand partners have three each.
  if (sums.length === 0) return [{ currency, minor }];
  const sum = sums.find((money) => money.currency === currency);
  if (sum) sum.minor += minor;
  else sums.push({ currency, minor });
  return sums;
}
