import type { Place } from './Place.js';

/** The opaque text by which a page names its last row; `decodeCursor` is the inverse. */
export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}
