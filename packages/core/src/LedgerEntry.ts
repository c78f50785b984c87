/** An append-only signed line of a partner's account, in minor units; never edited. Times in ms. */
export type LedgerEntry = {
  id: string;
  type: 'earning' | 'clawback';
  partner: string;
  conversion: string;
  at: number;
  /** Held before, payable from then on. A clawback has the time of the earning that it takes back. */
  payableAt: number;
  currency: string;
  minor: number;
  /** Of the policy that made an earning. */
  policyVersion?: number;
  refundId?: string;
};
