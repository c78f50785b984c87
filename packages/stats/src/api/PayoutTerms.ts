/** Which balances a payout takes: of one currency or all; the least sums worth paying, in major units by currency. */
export type PayoutTerms = { currency?: string; threshold?: Record<string, string> };
