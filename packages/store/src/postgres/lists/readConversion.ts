import type { StoredConversion } from '../../StoredConversion.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';
import { type ConversionRow, toStored } from './toStored.js';

const FIND = namedStatement(
  'conversion.byId',
  'SELECT site, body, refunded, clawed_back FROM conversions WHERE id = $1',
);

/** A conversion with its site. */
export async function readConversion(
  connections: Connections,
  id: string,
): Promise<{ site: string; stored: StoredConversion } | undefined> {
  const [row] = await read<ConversionRow & { site: string }>(connections, FIND, [id]);
  return row && { site: row.site, stored: toStored(row) };
}
