import { toHex } from './toHex.js';
import { uuid } from './uuid.js';

/** A new id, UUIDv7: `at` in ms, then 72 random bits. `crypto.randomUUID` is missing on plain http; this is not. */
export const newId = (at: number): string =>
  uuid(7, at.toString(16).padStart(12, '0') + toHex(crypto.getRandomValues(new Uint32Array(3))));
