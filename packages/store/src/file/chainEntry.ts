import { hash } from 'node:crypto';
import { CHAIN_START, type ChainedEntry, chainText, type LedgerEntry, lineOfEntry } from '@reftally/core';

/** Puts an entry at the end of its partner's chain, which is changed by nothing but the fold. */
export function chainEntry(chain: readonly ChainedEntry[], entry: LedgerEntry): ChainedEntry {
  const last = chain.at(-1);
  const numbered = { ...entry, seq: (last?.seq ?? 0) + 1 };
  const text = chainText(last?.hash ?? CHAIN_START, lineOfEntry(numbered));
  return { ...numbered, hash: hash('sha256', text, 'hex') };
}
