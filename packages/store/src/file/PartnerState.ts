import type { LedgerEntry, Partner } from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { DailyCounts } from './DailyCounts.js';

/** All about one partner. `timeline` are the conversions for which it was a candidate, by (at, id). */
export type PartnerState = {
  partner: Partner;
  totals: DailyCounts;
  entries: LedgerEntry[];
  timeline: StoredConversion[];
};
