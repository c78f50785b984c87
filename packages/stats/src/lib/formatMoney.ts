import type { Money } from '../api/Money.js';
import { currencyExponent } from './currencyExponent.js';

/** Minor units to an exact decimal numeral, as text: a float would lose cents above 2^53 / 100. */
function decimal(minor: number, exponent: number): `${number}` {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const cents = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${cents}` as `${number}`;
}

/** An amount for people, in its currency and with all of its decimals. */
export function formatMoney({ currency, minor }: Money, locale?: string): string {
  const exponent = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(decimal(minor, exponent));
}
