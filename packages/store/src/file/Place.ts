/** A place in a list that is ordered by time (ms), then id. */
export type Place = readonly [at: number, id: string];
