import type { Currency } from './currencies.js';
import { toMajor } from './toMajor.js';

/** Writes integer minor units for a person to read: `€49.90`, `$49.90`, `¥4,990`. */
export function formatPrice(minor: number, currency: Currency): string {
  const format = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.format(toMajor(minor, currency) as Intl.StringNumericLiteral);
}
