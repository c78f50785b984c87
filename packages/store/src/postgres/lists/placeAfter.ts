import { CursorError } from '../../CursorError.js';
import { decodeCursor } from '../../file/decodeCursor.js';
import type { Place } from '../../file/Place.js';

/** The place that a cursor names, as the database can compare it. Throws a `CursorError`. */
export function placeAfter(cursor: string): Place {
  const place = decodeCursor(cursor);
  if (Number.isSafeInteger(place[0]) && !place[1].includes('\0')) return place;
  throw new CursorError('cursor: expected the nextCursor of the page before, exactly as it was given');
}
