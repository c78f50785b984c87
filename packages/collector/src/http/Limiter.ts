/** Takes points of a key; throws a 429 that has `Retry-After` when none are left in this minute. */
export type Limiter = (key: string, points: number) => void;
