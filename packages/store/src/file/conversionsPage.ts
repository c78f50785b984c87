import { dayOf } from '@reftally/core';
import type { ConversionsQuery } from '../ConversionsQuery.js';
import type { Page } from '../Page.js';
import type { StoredConversion } from '../StoredConversion.js';
import { comparePlaces } from './comparePlaces.js';
import { decodeCursor } from './decodeCursor.js';
import { encodeCursor } from './encodeCursor.js';
import { firstIndex } from './firstIndex.js';
import { placeOf } from './placeOf.js';
import type { SiteState } from './SiteState.js';

/** A page of a site's conversions, newest first, as copies: refunds change the stored ones. Throws a `CursorError`. */
export function conversionsPage(site: SiteState, query: ConversionsQuery): Page<StoredConversion> {
  const { limit, cursor, from, to } = query;
  const timeline = timelineOf(site, query);
  const before = cursor === undefined ? undefined : decodeCursor(cursor);
  const day = (stored: StoredConversion) => dayOf(stored.conversion.at, site.site.timeZone);
  const start = from === undefined ? 0 : firstIndex(timeline, (stored) => day(stored) >= from);
  const end = firstIndex(
    timeline,
    (stored) =>
      (to !== undefined && day(stored) > to) ||
      (before !== undefined && comparePlaces(placeOf.conversion(stored), before) >= 0),
  );
  const rows = timeline
    .slice(Math.max(start, end - limit), Math.max(start, end))
    .reverse()
    .map((stored) => ({ ...stored }));
  const last = rows.at(-1);
  return last && end - limit > start
    ? { rows, nextCursor: encodeCursor(placeOf.conversion(last)) }
    : { rows };
}

/** What the page is cut from, oldest first; an order is looked up by its id. */
function timelineOf(site: SiteState, { partner, order }: ConversionsQuery): readonly StoredConversion[] {
  if (order === undefined)
    return partner === undefined ? site.timeline : (site.partners.get(partner)?.timeline ?? []);
  const found = site.conversions.get(site.orders.get(order)?.conversion ?? '');
  if (!found) return [];
  const { candidates } = found.conversion.receipt;
  return partner === undefined || candidates.some((candidate) => candidate.partner === partner)
    ? [found]
    : [];
}
