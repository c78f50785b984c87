import type { Forgotten, Site } from '@reftally/core';
import { emptyState } from '../../file/emptyState.js';
import { foldSite } from '../../file/foldSite.js';
import { siteIn } from '../../file/siteIn.js';
import type { PartialSite } from './PartialSite.js';

/** A site of which nothing has been loaded yet; `forgotten` is what it has forgotten, if anything. */
export function partialSiteOf(site: Site, forgotten?: Forgotten): PartialSite {
  const all = emptyState();
  foldSite(all, site);
  const state = siteIn(all, site.id);
  if (forgotten) state.forgotten = forgotten;
  return {
    state,
    all,
    events: new Map(),
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
