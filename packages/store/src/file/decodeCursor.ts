import { z } from 'zod';
import { CursorError } from '../CursorError.js';
import type { Place } from './Place.js';

const place = z.tuple([z.number(), z.string()]);

/** The place that a cursor names. Throws a `CursorError` on what `encodeCursor` has not made. */
export function decodeCursor(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new CursorError('cursor: expected the nextCursor of the page before, exactly as it was given', {
      cause,
    });
  }
}
