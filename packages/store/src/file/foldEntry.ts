import type { ChainedEntry, LedgerEntry } from '@reftally/core';
import { chainEntry } from './chainEntry.js';
import { foldTally } from './foldTally.js';
import type { SiteState } from './SiteState.js';

/** Adds an entry to the ledger. One that was written before there were chains gets its place in the order of the log. */
export function foldEntry(site: SiteState, entry: LedgerEntry | ChainedEntry): void {
  const chain = site.partners.get(entry.partner)?.entries;
  if (!chain) return;
  const chained = 'hash' in entry ? entry : chainEntry(chain, entry);
  chain.push(chained);
  site.ledger.push(chained);
  if (entry.type === 'adjustment' && entry.conversion === undefined) site.adjustments.set(entry.id, chained);
  foldTally.entry(site, chained);
}
