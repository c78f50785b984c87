import type { Currency } from './currencies.js';

const decimals: Record<Currency, number> = { EUR: 2, USD: 2, JPY: 0 };

/**
 * Writes integer minor units as a decimal string in major units: `4990` EUR is `"49.90"`, `4990` JPY is `"4990"`.
 * Works on the digits, so that no amount ever passes through a float.
 */
export function toMajor(minor: number, currency: Currency): string {
  const places = decimals[currency];
  if (places === 0) return String(minor);
  const digits = String(minor).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
