import type { Page, PageQuery } from '../Page.js';
import { comparePlaces } from './comparePlaces.js';
import { decodeCursor } from './decodeCursor.js';
import { encodeCursor } from './encodeCursor.js';
import { firstIndex } from './firstIndex.js';
import type { Place } from './Place.js';

/**
 * A page of a list sorted by place. A cursor is a place and no number of rows, so that what is added or changed meanwhile neither
 * repeats nor skips a row. Throws a `CursorError`.
 */
export function pageOf<T>(
  list: readonly T[],
  { limit, cursor }: PageQuery,
  placeOf: (item: T) => Place,
): Page<T> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const start = after ? firstIndex(list, (item) => comparePlaces(placeOf(item), after) > 0) : 0;
  const rows = list.slice(start, start + limit);
  const last = rows.at(-1);
  return last !== undefined && start + limit < list.length
    ? { rows, nextCursor: encodeCursor(placeOf(last)) }
    : { rows };
}
