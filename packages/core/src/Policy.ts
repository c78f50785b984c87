import type { CommissionRule } from './commission/CommissionRule.js';
import type { FraudPolicy } from './fraud/FraudPolicy.js';
import type { Trust } from './Trust.js';

/** Which touch wins: the latest or the first one that still counts. */
export type Model = 'last' | 'first';

/** What can tie a conversion to a partner. */
export type Via = 'coupon' | 'customer' | 'touch';

/** Rules that several partners share. */
export type PartnerGroup = { commission: CommissionRule[] };

/** A site's rules of attribution and commission. A change makes a new version; receipts name the one that applied. */
export type Policy = {
  version: number;
  model: Model;
  windowDays: number;
  holdDays: number;
  /** What wins when several apply, strongest first. What is not listed is not considered. */
  precedence: Via[];
  /** The weakest trust that earns a commission. */
  paysFrom: Trust;
  /** Only customers without an earlier order are credited, and those bound by a signup. */
  newCustomersOnly?: boolean;
  commission: CommissionRule[];
  /** By name; a partner is in one at most. */
  groups?: Record<string, PartnerGroup>;
  /** For how long customers may return what they bought; the linter compares it with `holdDays`. */
  refundDays?: number;
  /** What a referred customer gets off (percent): the offer that answers tell; the linter adds it to the rates. */
  discount?: string;
  /** What is suspicious, and what follows from it. */
  fraud?: FraudPolicy;
};
