import { comparePlaces } from './comparePlaces.js';
import { firstIndex } from './firstIndex.js';
import type { Place } from './Place.js';

/** Puts an item into a list sorted by place: near the end nearly always, since time goes by, so that it is looked for from there. */
export function insertSorted<T>(list: T[], item: T, placeOf: (item: T) => Place): void {
  const place = placeOf(item);
  const isBeyond = (other: T) => comparePlaces(placeOf(other), place) > 0;
  let from = list.length;
  for (let step = 1; from > 0 && isBeyond(list[from - 1] as T); step *= 2) from = Math.max(0, from - step);
  if (from === list.length) list.push(item);
  else list.splice(firstIndex(list, isBeyond, from), 0, item);
}
