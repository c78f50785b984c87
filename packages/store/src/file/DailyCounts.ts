import type { Counts, Trust } from '@reftally/core';

/** Totals by day (`YYYY-MM-DD`), and the same by month (`YYYY-MM`), so that a year is twelve additions. */
export type DailyCounts = {
  days: Map<string, Counts>;
  months: Map<string, Counts>;
  /** Purchases, refunds and revenue once more, by how far the purchase is believed. */
  trusted?: Partial<Record<Trust, DailyCounts>>;
};
