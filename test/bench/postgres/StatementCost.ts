/** What a kind of statement cost a database: how often it ran, its rows, and the time (ms, by the clock) of running and of planning it. */
export type StatementCost = { kind: string; calls: number; rows: number; ms: number };
