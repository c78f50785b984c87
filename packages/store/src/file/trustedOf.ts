import type { Trust } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';

/** The part of totals that is believed so far; made when there is none yet. */
export function trustedOf(totals: DailyCounts, trust: Trust): DailyCounts {
  totals.trusted ??= {};
  totals.trusted[trust] ??= { days: new Map(), months: new Map() };
  return totals.trusted[trust];
}
