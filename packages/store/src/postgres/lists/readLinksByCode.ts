import { codeKey, type Link } from '@reftally/core';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';

const FIND = namedStatement('links.byCode', 'SELECT body FROM links WHERE key = $1 ORDER BY created_at, id');

/** The links with a code, on whichever site. */
export async function readLinksByCode(connections: Connections, code: string): Promise<Link[]> {
  const rows = await read<{ body: string }>(connections, FIND, [codeKey(code)]);
  return rows.map(({ body }) => JSON.parse(body) as Link);
}
