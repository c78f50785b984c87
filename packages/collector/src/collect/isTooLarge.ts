import { MAX_EVENT } from './MAX_EVENT.js';

/** Whether an event takes more than 8 KB of JSON. It is written out only when it might: writing costs as much as all other checks. */
export function isTooLarge(event: unknown): boolean {
  try {
    if (mostBytes(event, MAX_EVENT) <= MAX_EVENT) return false;
    return Buffer.byteLength(JSON.stringify(event) ?? '') > MAX_EVENT;
  } catch {
    return true; // Nested so deep that writing it overflows the stack.
  }
}

/** No fewer bytes than its JSON can have; anything beyond `limit` once that is passed. A character takes six at most (`\\u0000`). */
function mostBytes(value: unknown, limit: number): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return 26;
  let bytes = 2;
  // Not Object.entries, whose arrays were the better part of this; what a list or a plain object inherits is nothing.
  for (const key in value) {
    bytes += 6 * key.length + 4 + mostBytes((value as Record<string, unknown>)[key], limit - bytes);
    if (bytes > limit) return bytes;
  }
  return bytes;
}
