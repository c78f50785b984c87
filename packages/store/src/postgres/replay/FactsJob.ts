import type { ReplayQuery } from '../../ReplayQuery.js';

/** A replay of the facts in a database, which forgets visits after so many days; 0: never. */
export type FactsJob = { url: string; query: ReplayQuery; retentionDays: number };
