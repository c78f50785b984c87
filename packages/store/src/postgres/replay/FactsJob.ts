import type { ReplayQuery } from '../../ReplayQuery.js';

/** A replay of the facts in a database. */
export type FactsJob = { url: string; query: ReplayQuery };
