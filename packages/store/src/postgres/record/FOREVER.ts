/** When an event came (ms) whose id is never forgotten. */
export const FOREVER = Number.MAX_SAFE_INTEGER;
