import { encodeCursor } from '../../file/encodeCursor.js';
import type { Place } from '../../file/Place.js';
import type { Page, PageQuery } from '../../Page.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';
import { placeAfter } from './placeAfter.js';

/** A list in a table, ordered by a time and an id. */
export type ListSpec = {
  /** Names its statements. */
  name: string;
  /** Of its rows; `$1` … are the values. */
  from: string;
  /** The columns of the time and of the id. */
  at: string;
  id: string;
  /** What is read of each row; `body` when absent. */
  columns?: string;
  newestFirst?: boolean;
};

/** A page of a list, each row as the database gives it. Rejects with a `CursorError`. */
export async function readPage<R extends object>(
  connections: Connections,
  { name, from, at, id, columns = 'body', newestFirst = false }: ListSpec,
  values: readonly unknown[],
  { limit, cursor }: PageQuery,
): Promise<Page<R>> {
  const [than, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const after = cursor === undefined ? [] : placeAfter(cursor);
  const count = values.length + after.length;
  const beyond = after.length > 0 ? ` AND (${at}, ${id}) ${than} ($${count - 1}, $${count})` : '';
  const list = namedStatement(
    after.length > 0 ? `${name}.after` : name,
    `SELECT ${at} AS page_at, ${id} AS page_id, ${columns} FROM ${from}${beyond} ORDER BY ${at} ${order}, ${id} ${order} LIMIT $${count + 1}`,
  );
  type Row = R & { page_at: number; page_id: string };
  const found = await read<Row>(connections, list, [...values, ...after, limit + 1]);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (!last || found.length <= limit) return { rows };
  const place: Place = [last.page_at, last.page_id];
  return { rows, nextCursor: encodeCursor(place) };
}
