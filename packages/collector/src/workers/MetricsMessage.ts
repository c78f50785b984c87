/** What a worker asks the primary process, and what it is told: `text` of all workers together, or why there is none. */
export type MetricsMessage = { type: 'reftally:metrics'; id: number; text?: string; problem?: string };
