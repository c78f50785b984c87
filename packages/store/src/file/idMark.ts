const DAY_MS = 86_400_000;

/** The mark of an id in an `IdSet`: the UTC day of a time (ms), in days since 1970. */
export function idMark(at: number): number {
  return Math.max(1, Math.floor(at / DAY_MS));
}
