/** How many of each thing a store has. */
export type CopyCounts = {
  sites: number;
  partners: number;
  links: number;
  customers: number;
  orders: number;
  conversions: number;
  payouts: number;
  ledgerEntries: number;
};

/**
 * What two stores with the same history have in common: how many of each thing, and by a name that people understand the totals of every site and
 * partner, and the last hash of every ledger.
 */
export type CopySummary = { counts: CopyCounts; details: ReadonlyMap<string, string> };
