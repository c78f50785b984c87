import type { Payout } from '@reftally/core';
import { insertSorted } from './insertSorted.js';
import { placeOf } from './placeOf.js';
import type { SiteState } from './SiteState.js';

/** Folds a new or changed payout into its site, and adds a new one to the partners that it pays. */
export function foldPayout(site: SiteState, payout: Payout): void {
  const known = site.payouts.get(payout.id);
  if (known) {
    Object.assign(known, payout);
    return;
  }
  site.payouts.set(payout.id, payout);
  insertSorted(site.payoutOrder, payout, placeOf.payout);
  for (const partner of new Set(payout.lines.map((line) => line.partner))) {
    const paid = site.partners.get(partner);
    if (paid) insertSorted(paid.payouts, payout, placeOf.payout);
  }
}
