import type { CommissionRule } from './CommissionRule.js';

/** What is agreed with one partner beyond the site's policy: rules of its own, the group whose rules it shares, what its customers get. */
export type PartnerTerms = {
  commission?: CommissionRule[];
  /** Counts the changes of `commission`; receipts name the one that applied. */
  commissionVersion?: number;
  group?: string;
  /** What its customers get off (percent), instead of the policy's `discount`. */
  discount?: string;
  /** The code of its own that customers type in at the checkout. */
  coupon?: string;
};
