import type { Counts } from '@reftally/core';

/** Totals by day (`YYYY-MM-DD`), and the same by month (`YYYY-MM`), so that a year is twelve additions. */
export type DailyCounts = { days: Map<string, Counts>; months: Map<string, Counts> };
