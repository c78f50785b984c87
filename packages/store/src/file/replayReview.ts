import { applyReview, type LedgerEntry } from '@reftally/core';
import type { Fact } from './Fact.js';
import { foldReview } from './foldReview.js';
import { reviewableOf } from './reviewableOf.js';
import type { SiteState } from './SiteState.js';

/**
 * A review of the log once more, of what its conversion has become under another policy. The verdict is the shop's and stays what it was;
 * what it does to the account follows the conversion. Folds it, and gives the entries.
 */
export function replayReview(
  site: SiteState,
  { review, conversion }: Extract<Fact, { review: unknown }>,
): LedgerEntry[] {
  const known = reviewableOf(site, conversion);
  if (!known) return [];
  const reviewed = applyReview(review, known);
  foldReview(site, { ...reviewed, conversion });
  return reviewed.entries;
}
