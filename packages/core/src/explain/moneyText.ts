import { formatAmount } from '../formatAmount.js';

/** Minor units as a person reads them: `49.99 EUR`. */
export function moneyText(minor: number, currency: string): string {
  return `${formatAmount({ currency, minor })} ${currency}`;
}
