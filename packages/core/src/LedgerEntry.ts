import type { ReviewState } from './review/Review.js';

/**
 * An append-only line of a partner's account, in minor units; never edited. Times in ms.
 *
 * `earning` and `clawback` are what a conversion brought and what a refund takes back of it, `adjustment` is a correction (of a
 * conversion by a better report or a review, or by hand with a note), `payout` is money that leaves the account (negative), or comes
 * back when a payout is cancelled.
 */
export type LedgerEntry = {
  id: string;
  type: 'earning' | 'clawback' | 'adjustment' | 'payout';
  partner: string;
  /** What it is about; absent for a payout and for an adjustment by hand. */
  conversion?: string;
  at: number;
  /** Held before, payable from then on. A clawback has the time of the earning that it takes back. */
  payableAt: number;
  currency: string;
  minor: number;
  /** Of the policy that made an earning. */
  policyVersion?: number;
  refundId?: string;
  /** How the review of its conversion stands from here on: an earning that is flagged, and a line for every verdict. */
  review?: ReviewState;
  /** Why somebody adjusted the account by hand, or rejected the conversion. */
  note?: string;
  /** The payout that a `payout` entry is of. */
  payout?: string;
};
