import { type LedgerEntry, type Reviewed, reviewStateOf } from '@reftally/core';
import { foldEntry } from './foldEntry.js';
import { foldOrder } from './foldOrder.js';
import type { SiteState } from './SiteState.js';

/** Adds a review to its conversion, with what it has changed. */
export function foldReview(
  site: SiteState,
  { review, conversion: id, order, entries }: Reviewed & { conversion: string; entries: LedgerEntry[] },
): void {
  const stored = site.conversions.get(id);
  if (!stored) return;
  const { conversion } = stored;
  stored.conversion = { ...conversion, reviews: [...(conversion.reviews ?? []), review] };
  site.reviewed.put(stored, reviewStateOf(conversion));
  if (order) foldOrder(site, order);
  for (const entry of entries) foldEntry(site, entry);
}
