/** What has been counted for a partner in a month (`YYYY-MM`) or `ever`. Minor units by currency; what refunds took back is taken off. */
export type Tally = {
  /** Credited purchases that are not wholly refunded. */
  purchases: number;
  revenue: Record<string, number>;
  earned: Record<string, number>;
};
