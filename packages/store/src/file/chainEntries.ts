import type { ChainedEntry, LedgerEntry } from '@reftally/core';
import { chainEntry } from './chainEntry.js';
import type { SiteState } from './SiteState.js';

/** Puts new entries into the chains of their partners, in their order, before they are folded. Entries of partners whom the site does not have are left out. */
export function chainEntries(site: SiteState, entries: readonly LedgerEntry[]): ChainedEntry[] {
  const chained: ChainedEntry[] = [];
  for (const entry of entries) {
    const before = chained.findLast(({ partner }) => partner === entry.partner);
    const chain = before ? [before] : site.partners.get(entry.partner)?.entries;
    if (chain) chained.push(chainEntry(chain, entry));
  }
  return chained;
}
