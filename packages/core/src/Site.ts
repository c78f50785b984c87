import type { Payer } from './Payer.js';
import type { Policy } from './Policy.js';
import type { Signing } from './Signing.js';
import type { Tag } from './Tag.js';

/** One shop or web property. Times are ms since the epoch. */
export type Site = {
  id: string;
  name: string;
  /** Travels in the page: write-only, bound to the origins. */
  publicKey: string;
  /** SHA-256 (hex) of the secret key, which is shown once and never stored. */
  secretHash: string;
  /** Absent: the shop signs no purchases. */
  signing?: Signing;
  origins: string[];
  /** Where a referral link leads by default. */
  landingUrl: string;
  /** ISO 4217 codes in which the shop sells. */
  currencies: string[];
  /** IANA name; totals are kept by calendar day in it. */
  timeZone: string;
  policy: Policy;
  /** Absent: `defaultTag()`. */
  tag?: Tag;
  /** Absent: no SEPA file can be made. */
  payer?: Payer;
  createdAt: number;
};
