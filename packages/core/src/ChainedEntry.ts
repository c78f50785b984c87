import type { LedgerEntry } from './LedgerEntry.js';

/**
 * A ledger entry in its place in the partner's chain: `seq` counts from 1 without a gap, `hash` is the SHA-256 (hex) of
 * `chainText` over the hash before it (`CHAIN_START` for the first).
 */
export type ChainedEntry = LedgerEntry & { seq: number; hash: string };
