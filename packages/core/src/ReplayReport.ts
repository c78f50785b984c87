import type { Conversion } from './Conversion.js';
import type { Flag } from './fraud/Flag.js';
import type { Money } from './Money.js';
import type { Reason } from './Reason.js';

/** What a partner was credited with: conversions, and money per currency after refunds. */
export type ReplaySide = { conversions: number; commission: Money[] };

/** A partner who would have been credited otherwise. `difference`: what they would have more, or less (negative). */
export type ReplayPartner = {
  partner: string;
  before: ReplaySide;
  after: ReplaySide;
  difference: Money[];
};

/** Who was credited with a conversion and what was suspicious about it, or why nobody was. */
export type ReplayVerdict = {
  partner?: string;
  code?: string;
  reason?: Reason;
  commission?: Money;
  flags?: Pick<Flag, 'signal' | 'holds'>[];
};

/** A conversion that would have been decided otherwise. `at` in ms. */
export type ReplayExample = Pick<Conversion, 'id' | 'type' | 'at' | 'orderId' | 'customerId' | 'amount'> & {
  before: ReplayVerdict;
  after: ReplayVerdict;
};

/** What another policy would have made of a history. Nothing of it has happened. */
export type ReplayReport = {
  /** How many conversions were decided again, and how many of them otherwise. */
  conversions: number;
  changed: number;
  /** How many conversions are older than the events that are still there, and stay as they were decided. Absent: none. */
  kept?: number;
  /** Those for whom something changes, most changed conversions first. */
  partners: ReplayPartner[];
  /** How many partners with conversions have what they had. */
  unchanged: number;
  /** A few of each kind of change, oldest first. */
  examples: ReplayExample[];
};
