import type { CsvTable } from './CsvTable.js';
import { conversionsCsv } from './conversionsCsv.js';
import { csvText } from './csvText.js';

type Row = Parameters<typeof conversionsCsv.lines>[0];

/** Conversions under review as CSV: what was seen of each, and the last verdict with who, when and why. */
export const reviewsCsv: CsvTable<Row> = {
  columns: [...conversionsCsv.columns, 'seen', 'since', 'by', 'note'],
  lines: (row) => {
    const seen = (row.flags ?? []).map(({ note }) => note).join('; ');
    const last = row.review?.history?.at(-1);
    const more = [csvText(seen), row.review?.since ?? '', csvText(last?.by), csvText(last?.note)];
    return conversionsCsv.lines(row).map((line) => [...line, ...more]);
  },
};
