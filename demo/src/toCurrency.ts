import { type Currency, currencies } from './currencies.js';

/** Reads a currency from a query value; anything that the shop does not sell in is `undefined`. */
export function toCurrency(value: unknown): Currency | undefined {
  return currencies.find((currency) => currency === value);
}
