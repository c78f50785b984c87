import { currencyExponent } from './currencyExponent.js';
import type { Money } from './Money.js';

/** Minor units back to a decimal string in major units, exactly: `{ currency: 'USD', minor: -4999 }` → `"-49.99"`. */
export function formatAmount({ currency, minor }: Money): string {
  const exponent = currencyExponent(currency) ?? 0;
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
}
