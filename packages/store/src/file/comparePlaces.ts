import type { Place } from './Place.js';

/** Orders by time, then id; for `sort`. */
export function comparePlaces([atA, idA]: Place, [atB, idB]: Place): number {
  if (atA !== atB) return atA - atB;
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}
