import type { Money } from '../api/Money.js';

/** The minor units of one currency in a list of amounts, 0 when it is not there. */
export function minorIn(amounts: readonly Money[], currency: string): number {
  return amounts.find((money) => money.currency === currency)?.minor ?? 0;
}
