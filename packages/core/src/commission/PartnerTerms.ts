import type { CommissionRule } from './CommissionRule.js';

/** What is agreed with one partner beyond the site's policy: rules of its own, and the group whose rules it shares. */
export type PartnerTerms = {
  commission?: CommissionRule[];
  /** Counts the changes of `commission`; receipts name the one that applied. */
  commissionVersion?: number;
  group?: string;
};
