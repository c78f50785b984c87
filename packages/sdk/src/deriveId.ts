import { toHex } from './toHex.js';
import { uuid } from './uuid.js';

/**
 * The id (UUIDv8) of something that has an id of the shop's own: the same text gives the same id, so that a thank-you page
 * that is opened again repeats itself instead of buying again. A hash against accidents, not against people: what counts
 * is decided by the collector, on the order id.
 */
export const deriveId = (text: string): string =>
  uuid(8, toHex([1, 2, 3, 4].map((lane) => hash(text, lane))));

const hash = (text: string, lane: number): number => {
  let sum = lane;
  for (const character of text) {
    sum = Math.imul(sum ^ (character.codePointAt(0) as number), 0x5bd1e995 + lane * 2);
    sum ^= sum >>> 15;
  }
  return sum;
};
