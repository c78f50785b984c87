import { comparePlaces } from './comparePlaces.js';
import { firstIndex } from './firstIndex.js';
import type { Place } from './Place.js';

/** Puts an item into a list sorted by place: at the end nearly always, since time goes by. */
export function insertSorted<T>(list: T[], item: T, placeOf: (item: T) => Place): void {
  const last = list.at(-1);
  const place = placeOf(item);
  if (last === undefined || comparePlaces(placeOf(last), place) <= 0) list.push(item);
  else
    list.splice(
      firstIndex(list, (other) => comparePlaces(placeOf(other), place) > 0),
      0,
      item,
    );
}
