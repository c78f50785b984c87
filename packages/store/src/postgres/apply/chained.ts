import type { ChainedEntry, LedgerEntry } from '@reftally/core';
import { chainEntries } from '../../file/chainEntries.js';
import type { SiteState } from '../../file/SiteState.js';

/** Entries of a fact as they are in their chains: those that were written before there were chains get their place. */
export function chained(state: SiteState, entries: readonly (LedgerEntry | ChainedEntry)[]): ChainedEntry[] {
  const known = entries.filter(({ partner }) => state.partners.has(partner));
  return known.every((entry): entry is ChainedEntry => 'hash' in entry) ? known : chainEntries(state, known);
}
