/** What a process has taken of a rate limit in a minute, `points` altogether; `key` is a hash of whose limit it is. */
export type Taken = { key: string; points: number };
