/** Where a partner's money is sent. */
export type PayMethod =
  | { method: 'paypal'; paypalEmail: string }
  | { method: 'bank'; name: string; iban: string };
