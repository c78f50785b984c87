import type { ChainedEntry } from '@reftally/core';
import { encodeCursor } from '../../file/encodeCursor.js';
import type { LedgerQuery } from '../../LedgerQuery.js';
import type { Page } from '../../Page.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';
import { placeAfter } from './placeAfter.js';

const ALL = namedStatement(
  'ledger',
  'SELECT place, body FROM ledger WHERE site = $1 AND place <= $2 ORDER BY place DESC LIMIT $3',
);
const OF_PARTNER = namedStatement(
  'ledger.ofPartner',
  'SELECT seq AS place, body FROM ledger WHERE site = $1 AND seq <= $2 AND partner = $4 ORDER BY seq DESC LIMIT $3',
);

type Row = { place: number; body: string };

/** A page of the ledger, newest first; a cursor is the place, or in a partner's chain the number, of the next line. Rejects with a `CursorError`. */
export async function readLedger(
  connections: Connections,
  { site, partner, limit, cursor }: LedgerQuery,
): Promise<Page<ChainedEntry>> {
  const [from] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : placeAfter(cursor);
  const values = [site, from, limit + 1];
  const found = await (partner === undefined
    ? read<Row>(connections, ALL, values)
    : read<Row>(connections, OF_PARTNER, [...values, partner]));
  const rows = found.slice(0, limit).map(({ body }) => JSON.parse(body) as ChainedEntry);
  const next = found[limit];
  return next ? { rows, nextCursor: encodeCursor([next.place, '']) } : { rows };
}
