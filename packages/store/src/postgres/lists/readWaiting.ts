import type { Refund } from '@reftally/core';
import type { Page, PageQuery } from '../../Page.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';
import { lists } from './lists.js';
import { readBodies } from './readBodies.js';

const COUNT = namedStatement(
  'refunds.countWaiting',
  'SELECT count(*) AS n FROM refunds WHERE site = $1 AND waiting IS NOT NULL',
);

/** A page of the refunds that wait for their orders, oldest first, and how many do. Rejects with a `CursorError`. */
export async function readWaiting(
  connections: Connections,
  query: PageQuery & { site: string },
): Promise<Page<Refund> & { count: number }> {
  const [page, [counted]] = await Promise.all([
    readBodies<Refund>(connections, lists.waiting, [query.site], query),
    read<{ n: number }>(connections, COUNT, [query.site]),
  ]);
  return { ...page, count: counted?.n ?? 0 };
}
