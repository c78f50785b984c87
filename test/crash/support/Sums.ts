/** What is counted for one partner. `revenue` in minor units by currency. */
export type Sums = {
  clicks: number;
  pageviews: number;
  visitors: number;
  signups: number;
  purchases: number;
  revenue: Record<string, number>;
};

/** By partner id. */
export type SumsByPartner = Map<string, Sums>;
