import type { StoredConversion } from '../StoredConversion.js';
import { insertSorted } from './insertSorted.js';
import { placeOf } from './placeOf.js';
import type { SiteState } from './SiteState.js';

/** Adds a conversion to its site and to the partner who was credited. */
export function foldConversion(site: SiteState, stored: StoredConversion): void {
  const { id, event, partner } = stored.conversion;
  site.conversions.set(id, stored);
  site.converted.set(event, id);
  insertSorted(site.timeline, stored, placeOf.conversion);
  const credited = partner === undefined ? undefined : site.partners.get(partner);
  if (credited) insertSorted(credited.timeline, stored, placeOf.conversion);
}
