import { z } from 'zod';
import type { Client } from './Client.js';

/** All rows of a list, page after page. `name` is both its path and its key in the answer. */
export async function listAll<Row extends z.ZodType>(
  client: Client,
  name: string,
  row: Row,
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<z.output<Row>[]> {
  const schema = z.looseObject({ [name]: z.array(row), nextCursor: z.string().optional() });
  const rows: z.output<Row>[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.ask(schema, 'GET', `${name}${queryOf({ ...query, limit: '500', cursor })}`);
    rows.push(...(page[name] as z.output<Row>[]));
    cursor = page.nextCursor as string | undefined;
  } while (cursor !== undefined);
  return rows;
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `?${new URLSearchParams(set)}`;
}
