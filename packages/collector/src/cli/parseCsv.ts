/** A record of a CSV file and the line on which it begins, from 1. */
export type CsvRecord = { line: number; cells: string[] };

/** One cell and what ends it; a quoted cell may hold commas, quotes (doubled) and line ends. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*|))(,|\r\n|\n|\r|$)/y;

/** Reads CSV (RFC 4180, with or without a byte order mark), without empty lines. Throws an `Error` that names the line of a broken quote. */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let current: CsvRecord = { line, cells: [] };
  while (at < text.length) {
    CELL.lastIndex = at;
    const found = CELL.exec(text);
    if (!found) throw new Error(`line ${line}: a quote is not closed, or something follows it`);
    const [whole, quoted, plain = '', end = ''] = found;
    current.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',' && at < text.length) continue;
    if (end === ',') current.cells.push('');
    if (current.cells.some((cell) => cell !== '')) records.push(current);
    current = { line, cells: [] };
  }
  return records;
}
