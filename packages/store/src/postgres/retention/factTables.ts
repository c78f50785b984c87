import type { Connections } from '../connect.js';
import { namedStatement as sql } from '../namedStatement.js';
import { read } from '../read.js';

const FIND = sql(
  'retention.tables',
  "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'facts'::regclass ORDER BY 1",
);

/** The partitions of the log of which every month is over at a time (ms), and the one for all other times. PostgreSQL only. */
export async function factTables(
  connections: Connections,
  before: number,
): Promise<{ months: string[]; other: string }> {
  const names = (await read<{ name: string }>(connections, FIND)).map(({ name }) => name);
  return { months: names.filter((name) => endOf(name) <= before), other: 'facts_other' };
}

/** Of `facts_2026_05`; never of one with another name. */
function endOf(table: string): number {
  const [, year, month] = /^facts_(\d{4})_(\d\d)$/.exec(table) ?? [];
  return year === undefined ? Infinity : Date.UTC(Number(year), Number(month), 1);
}
