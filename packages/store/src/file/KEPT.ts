/** The mark of an id in an `IdSet` of which nobody knows when it came. */
export const KEPT = 2 ** 31 - 1;
