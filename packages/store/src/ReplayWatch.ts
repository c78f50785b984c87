/** How whoever waits for a replay follows it and ends it. `onProgress` hears how much of the history has been read, in parts of `total`. */
export type ReplayWatch = { onProgress?: (done: number, total: number) => void; signal?: AbortSignal };
