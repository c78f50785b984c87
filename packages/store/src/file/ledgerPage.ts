import type { ChainedEntry } from '@reftally/core';
import type { LedgerQuery } from '../LedgerQuery.js';
import type { Page } from '../Page.js';
import { decodeCursor } from './decodeCursor.js';
import { encodeCursor } from './encodeCursor.js';
import type { SiteState } from './SiteState.js';

/** A page of the ledger, newest first. Entries are only ever added at the end, so a cursor is how many come before the page's last one. */
export function ledgerPage(site: SiteState, { limit, cursor, partner }: LedgerQuery): Page<ChainedEntry> {
  const list = partner === undefined ? site.ledger : (site.partners.get(partner)?.entries ?? []);
  const [place] = cursor === undefined ? [list.length] : decodeCursor(cursor);
  const end = Math.min(Math.max(place, 0), list.length);
  const start = Math.max(end - limit, 0);
  const rows = list.slice(start, end).reverse();
  return start > 0 ? { rows, nextCursor: encodeCursor([start, '']) } : { rows };
}
