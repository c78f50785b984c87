/** `open` may be cancelled; `exported` has left the house; `paid` has been sent. */
export type PayoutStatus = 'open' | 'exported' | 'paid' | 'cancelled';

/** Which balances a payout takes. `thresholds` are the least sums worth paying (minor units by currency); absent: whatever is above zero. */
export type PayoutTerms = { currency?: string; thresholds?: Record<string, number>; partners?: string[] };

/** What one partner gets in one currency: the sum (minor units) of so many ledger entries. */
export type PayoutLine = { partner: string; currency: string; minor: number; entries: number };

/** A batch of payments. Its id is chosen by who asks for it, so that asking again makes no second one. Times in ms. */
export type Payout = {
  id: string;
  site: string;
  terms: PayoutTerms;
  status: PayoutStatus;
  createdAt: number;
  exportedAt?: number;
  paidAt?: number;
  cancelledAt?: number;
  /** By partner, then currency. */
  lines: PayoutLine[];
};
