import type { ChainedEntry } from './ChainedEntry.js';

/** A ledger entry as the API and statements give it: what is hashed is this, without `hash`. Times in ISO 8601, UTC. */
export type LedgerLine = Omit<ChainedEntry, 'at' | 'payableAt'> & { at: string; payableAt: string };
