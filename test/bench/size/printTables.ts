import { formatTable } from '../formatTable.js';
import { askDatabase } from './askDatabase.js';

type Row = {
  name: string;
  rows: string;
  dead: string;
  heap: string;
  indexes: string;
  hot: string;
  scans: string;
};

const TABLES = `
  SELECT coalesce(parent.relname, s.relname) AS name, sum(n_live_tup) AS rows, sum(n_dead_tup) AS dead,
      sum(pg_table_size(s.relid)) / 1048576 AS heap, sum(pg_indexes_size(s.relid)) / 1048576 AS indexes,
      100 * sum(n_tup_hot_upd) / nullif(sum(n_tup_upd), 0) AS hot, sum(seq_scan) AS scans
    FROM pg_stat_user_tables AS s LEFT JOIN pg_inherits AS i ON i.inhrelid = s.relid LEFT JOIN pg_class AS parent ON parent.oid = i.inhparent
    GROUP BY 1 HAVING sum(n_live_tup + n_dead_tup) > 0 ORDER BY sum(pg_total_relation_size(s.relid)) DESC`;

/** Prints what of a database is how large, which updates stayed in their page, and which tables were read as a whole. */
export async function printTables(url: string): Promise<void> {
  const tables = await askDatabase<Row>(url, TABLES);
  const count = (text: string | null) =>
    text === null ? '' : Math.round(Number(text)).toLocaleString('en-US');
  const rows = tables.map(({ name, ...numbers }) => {
    const { rows, dead, heap, indexes, hot, scans } = numbers;
    return [name, ...[rows, dead, heap, indexes, hot, scans].map(count)];
  });
  const head = ['table', 'rows', 'dead', 'MiB', 'MiB of indexes', 'updates in place, %', 'read as a whole'];
  console.log(`${formatTable(head, rows)}\n`);
}
