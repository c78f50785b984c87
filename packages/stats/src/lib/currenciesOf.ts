import type { Money } from '../api/Money.js';

/** The shop's currencies, followed by those that only the amounts have. */
export function currenciesOf(shop: readonly string[], amounts: readonly (readonly Money[])[]): string[] {
  const found = new Set(shop);
  for (const list of amounts) for (const { currency } of list) found.add(currency);
  return [...found];
}
