/** Which part of a list is asked for: at most `limit` rows after the one that `cursor` (opaque, from the page before) names. */
export type PageQuery = { limit: number; cursor?: string };

/** A part of a list; `nextCursor` is absent on the last page. */
export type Page<T> = { rows: T[]; nextCursor?: string };
