import type { PartnerTerms } from './commission/PartnerTerms.js';

/** Whether a partner can be credited. */
export type PartnerStatus = 'active' | 'paused';

/** Where a partner wants the money sent. */
export type PayoutMethod =
  | { method: 'paypal'; paypalEmail: string }
  | { method: 'bank'; name: string; iban: string };

/** Who refers and earns. */
export type Partner = PartnerTerms & {
  id: string;
  site: string;
  name: string;
  email?: string;
  /** The shop's own id of the partner as a customer. */
  customerId?: string;
  /** The first code; further ones are links. */
  code: string;
  status: PartnerStatus;
  payout?: PayoutMethod;
  createdAt: number;
};
