import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import type { CsvTable } from './CsvTable.js';

/** Sends a list as CSV (RFC 4180), page by page: however long it is, one page at a time is in memory. */
export async function sendCsv<Row>(
  res: Response,
  name: string,
  table: CsvTable<Row>,
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): Promise<void> {
  let head = true;
  for await (const rows of pages) {
    if (head) res.type('text/csv').attachment(`${name}.csv`);
    const lines = rows.flatMap(table.lines);
    const text = stringify(head ? [[...table.columns], ...lines] : lines, { record_delimiter: 'windows' });
    head = false;
    if (!res.write(text)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
    if (res.destroyed) return;
  }
  res.end();
}
