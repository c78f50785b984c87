const MAX_EVENT = 8 * 1024;

/** Whether an event takes more than 8 KB of JSON. */
export function isTooLarge(event: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(event) ?? '') > MAX_EVENT;
  } catch {
    return true; // Nested so deep that writing it overflows the stack.
  }
}
