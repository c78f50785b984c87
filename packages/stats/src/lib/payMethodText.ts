import type { PayMethod } from '../api/PayMethod.js';

/** How a partner is paid, short: `PayPal, ada@mail.example`, `Bank, …3000`; empty when it is not known. */
export function payMethodText(to: PayMethod | undefined): string {
  if (!to) return '';
  return to.method === 'paypal' ? `PayPal, ${to.paypalEmail}` : `Bank, …${to.iban.slice(-4)}`;
}
