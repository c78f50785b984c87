/**
 * Up to when (ms, exclusive) a store may have forgotten what it knew: the ids of visits, by when they were received, and touches, by when they
 * were made.
 */
export type Forgotten = { ids: number; touches: number };
