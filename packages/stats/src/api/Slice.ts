/** One page of a list under `key`, with the cursor of the next one when there is more. */
export type Slice<K extends string, T> = Record<K, T[]> & { nextCursor?: string };
