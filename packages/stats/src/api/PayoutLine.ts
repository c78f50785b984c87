/** What one partner gets in one currency: the sum (minor units) of so many lines of its account. */
export type PayoutLine = {
  partner: string;
  partnerName: string;
  currency: string;
  minor: number;
  entries: number;
};
