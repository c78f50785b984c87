import type { ChainedEntry } from '@reftally/core';
import type { PartialSite } from './PartialSite.js';

/** Where the chain of a partner ends. */
export type AccountRow = { site: string; partner: string; seq: number; hash: string };

/** Puts the end of a chain that is locked where the next entry looks for it. What the entry says is of no matter for that. */
export function putAccount({ partner, seq, hash }: AccountRow, { state, accounts }: PartialSite): void {
  accounts.add(partner);
  const nothing = { id: '', type: 'adjustment', at: 0, payableAt: 0, currency: '', minor: 0 } as const;
  const end: ChainedEntry = { ...nothing, partner, seq, hash };
  state.partners.get(partner)?.entries.push(end);
}
