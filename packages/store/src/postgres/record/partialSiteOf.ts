import type { Site } from '@reftally/core';
import { emptyState } from '../../file/emptyState.js';
import { foldSite } from '../../file/foldSite.js';
import { siteIn } from '../../file/siteIn.js';
import type { PartialSite } from './PartialSite.js';

/** A site of which nothing has been loaded yet. */
export function partialSiteOf(site: Site): PartialSite {
  const all = emptyState();
  foldSite(all, site);
  return {
    state: siteIn(all, site.id),
    all,
    visitors: new Map(),
    clicks: new Map(),
    customers: new Map(),
    customerTallies: new Map(),
    refunds: new Set(),
    refundEvents: new Map(),
    conversions: new Set(),
    accounts: new Set(),
    tallies: new Map(),
    inReview: new Set(),
  };
}
