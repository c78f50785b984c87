import { currencyExponent } from './currencyExponent.js';
import type { Money } from './Money.js';

const DECIMAL = /^(\d{1,16})(?:\.(\d{1,8}))?$/;

/**
 * Turns an amount in major units (`"49.99"`, `49.99`; as GA4's `value`) into minor units by the currency's ISO exponent.
 * Never rounds: whatever does not fit exactly is answered with a sentence that says what was expected.
 */
export function parseAmount(amount: string | number, currency: string): Money | { problem: string } {
  const exponent = currencyExponent(currency);
  if (exponent === undefined)
    return {
      problem: `currency: expected an ISO 4217 code such as "EUR", got ${quote(currency)}`,
    };
  const match = DECIMAL.exec(String(amount));
  const decimals = match?.[2] ?? '';
  if (!match || decimals.length > exponent) return { problem: expected(amount, currency, exponent) };
  const minor = Number(match[1] + decimals.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor)
    ? { currency, minor }
    : { problem: expected(amount, currency, exponent) };
}

function expected(amount: string | number, currency: string, exponent: number): string {
  const example = exponent === 0 ? '4999' : `49.${'9'.repeat(exponent)}`;
  const decimals = exponent === 0 ? 'no decimals' : `at most ${exponent} decimals`;
  return `amount: expected a decimal of zero or more with ${decimals} for ${currency}, such as "${example}", got ${quote(amount)}`;
}

function quote(value: string | number): string {
  return JSON.stringify(value).slice(0, 40);
}
