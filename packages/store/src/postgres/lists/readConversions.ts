import type { Site } from '@reftally/core';
import type { ConversionsQuery } from '../../ConversionsQuery.js';
import type { Page } from '../../Page.js';
import type { StoredConversion } from '../../StoredConversion.js';
import type { Connections } from '../connect.js';
import { CONVERSION_COLUMNS } from './CONVERSION_COLUMNS.js';
import { type ListSpec, readPage } from './readPage.js';
import { startOfDay } from './startOfDay.js';
import { startOfNextDay } from './startOfNextDay.js';
import { type ConversionRow, toStored } from './toStored.js';

const OLDEST = Number.MIN_SAFE_INTEGER;
const NEWEST = Number.MAX_SAFE_INTEGER;

/** By site ($1), time ($2 up to, but not, $3), partner ($4) and order (the last). */
const LISTS = {
  all: {
    name: 'conversions',
    from: 'conversions WHERE site = $1 AND at >= $2 AND at < $3',
    at: 'at',
    id: 'id',
  },
  partner: {
    name: 'conversions.ofPartner',
    from: `candidates AS c JOIN conversions AS v ON v.site = c.site AND v.id = c.conversion
      WHERE c.site = $1 AND c.at >= $2 AND c.at < $3 AND c.partner = $4`,
    at: 'c.at',
    id: 'c.conversion',
  },
  order: {
    name: 'conversions.ofOrder',
    from: `conversions WHERE site = $1 AND at >= $2 AND at < $3
      AND id = (SELECT conversion FROM orders WHERE site = $1 AND id = $4)`,
    at: 'at',
    id: 'id',
  },
  partnerAndOrder: {
    name: 'conversions.ofPartnerAndOrder',
    from: `conversions AS v WHERE site = $1 AND at >= $2 AND at < $3
      AND id = (SELECT conversion FROM orders WHERE site = $1 AND id = $5)
      AND EXISTS (SELECT FROM candidates AS c WHERE c.site = $1 AND c.partner = $4 AND c.at = v.at AND c.conversion = v.id)`,
    at: 'at',
    id: 'id',
  },
} satisfies Record<string, Omit<ListSpec, 'columns' | 'newestFirst'>>;

/** A page of a site's conversions, newest first. Rejects with a `CursorError`. */
export async function readConversions(
  connections: Connections,
  { id, timeZone }: Site,
  query: ConversionsQuery,
): Promise<Page<StoredConversion>> {
  const { partner, order, from, to } = query;
  const since = from === undefined ? OLDEST : startOfDay(from, timeZone);
  const until = to === undefined ? NEWEST : startOfNextDay(to, timeZone);
  const filters = [partner, order].filter((filter) => filter !== undefined);
  const list = { ...LISTS[listOf(query)], columns: CONVERSION_COLUMNS, newestFirst: true };
  const { rows, ...rest } = await readPage<ConversionRow>(
    connections,
    list,
    [id, since, until, ...filters],
    query,
  );
  return { rows: rows.map(toStored), ...rest };
}

function listOf({ partner, order }: ConversionsQuery): keyof typeof LISTS {
  if (order === undefined) return partner === undefined ? 'all' : 'partner';
  return partner === undefined ? 'order' : 'partnerAndOrder';
}
