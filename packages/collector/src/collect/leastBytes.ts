/** No more bytes than an event takes in a body: those of its texts, of which a character takes one or more. */
export function leastBytes(event: unknown): number {
  if (typeof event !== 'object' || event === null) return 0;
  let bytes = 0;
  for (const key in event) {
    const value = (event as Record<string, unknown>)[key];
    if (typeof value === 'string') bytes += value.length;
  }
  return bytes;
}
