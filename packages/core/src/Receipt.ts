import type { Correction } from './Correction.js';
import type { Earning } from './commission/Earning.js';
import type { Offer } from './Offer.js';
import type { Model, Via } from './Policy.js';
import type { Reason } from './Reason.js';
import type { Standing } from './Standing.js';

/** Why an eligible candidate lost to the winner. */
export type Outranked = 'lower-precedence' | 'not-last' | 'not-first';

/** One tie between a conversion and a partner, and what became of it. `at` in ms. */
export type Candidate = {
  via: Via;
  code: string;
  partner?: string;
  at: number;
  landing?: string;
  verdict: 'won' | 'lost';
  why: 'won' | Reason | Outranked;
};

/** The stored record of one attribution: every candidate, strongest first, and the rule that applied. */
export type Receipt = {
  model: Model;
  windowDays: number;
  precedence: Via[];
  policyVersion: number;
  /** What decided: the winner's kind, or `none`. */
  rule: 'coupon' | 'customer' | 'last-touch' | 'first-touch' | 'none';
  candidates: Candidate[];
  /** Whether the customer was new, where that was asked: what it was to the credited partner, or else to the strongest candidate. */
  customer?: Standing;
  /** What the partner's customers got off at that time, and whether this one is known to have used it. */
  offer?: Offer & { used: boolean };
  /** How the commission of a credited conversion came about. */
  earning?: Earning;
  /** What more trusted reports of the same order have changed, oldest first. */
  corrections?: Correction[];
};
