import type { Page, PageQuery } from '../../Page.js';
import type { Connections } from '../connect.js';
import { type ListSpec, readPage } from './readPage.js';

/** A page of a list whose rows are the JSON of what is listed. Rejects with a `CursorError`. */
export async function readBodies<T>(
  connections: Connections,
  spec: ListSpec,
  values: readonly unknown[],
  query: PageQuery,
): Promise<Page<T>> {
  const { rows, ...rest } = await readPage<{ body: string }>(connections, spec, values, query);
  return { rows: rows.map(({ body }) => JSON.parse(body) as T), ...rest };
}
