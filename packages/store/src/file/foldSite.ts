import type { Site } from '@reftally/core';
import { IdSet } from './IdSet.js';
import { RecentClicks } from './RecentClicks.js';
import { ReviewQueues } from './ReviewQueues.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import { WaitingRefunds } from './WaitingRefunds.js';

/** Folds a new or changed site into the state. */
export function foldSite(state: State, site: Site): void {
  const known = state.sites.get(site.id);
  if (known) {
    state.publicKeys.delete(known.site.publicKey);
    state.secretHashes.delete(known.site.secretHash);
    known.site = site;
  } else state.sites.set(site.id, newSite(site));
  state.publicKeys.set(site.publicKey, site.id);
  state.secretHashes.set(site.secretHash, site.id);
}

function newSite(site: Site): SiteState {
  return {
    site,
    partners: new Map(),
    partnerOrder: [],
    links: new Map(),
    linkOrder: [],
    eventIds: new IdSet(),
    converted: new Map(),
    refundEvents: new Map(),
    refunds: new Map(),
    waiting: new WaitingRefunds(),
    visitors: new Map(),
    customers: new Map(),
    existing: new Map(),
    existingOrder: [],
    orders: new Map(),
    customerStates: new Map(),
    clicks: new RecentClicks(),
    conversions: new Map(),
    timeline: [],
    reviewed: new ReviewQueues(),
    ledger: [],
    adjustments: new Map(),
    payouts: new Map(),
    payoutOrder: [],
    direct: { days: new Map(), months: new Map() },
    refused: new Map(),
  };
}
