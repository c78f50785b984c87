import type { StoredConversion } from '../StoredConversion.js';
import { foldTally } from './foldTally.js';
import { insertSorted } from './insertSorted.js';
import { KEPT } from './KEPT.js';
import { placeOf } from './placeOf.js';
import type { SiteState } from './SiteState.js';

/** Adds a conversion to its site and to every partner who was a candidate: who lost it may ask why. */
export function foldConversion(site: SiteState, stored: StoredConversion): void {
  const { id, event, receipt } = stored.conversion;
  for (const correction of receipt.corrections ?? []) addConverted(site, correction.event, id);
  const known = site.conversions.get(id);
  if (known) {
    known.conversion = stored.conversion; // Corrected: it keeps its place in every list.
    return;
  }
  site.conversions.set(id, stored);
  foldTally.conversion(site, stored.conversion);
  addConverted(site, event, id);
  insertSorted(site.timeline, stored, placeOf.conversion);
  site.reviewed.put(stored);
  for (const partner of new Set(receipt.candidates.map((candidate) => candidate.partner ?? ''))) {
    const candidate = site.partners.get(partner);
    if (candidate) insertSorted(candidate.timeline, stored, placeOf.conversion);
  }
}

function addConverted(site: SiteState, event: string, conversion: string): void {
  site.eventIds.add(event, KEPT);
  site.converted.set(event, conversion);
}
