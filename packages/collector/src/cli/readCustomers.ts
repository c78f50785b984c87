import { readFile } from 'node:fs/promises';
import { CliError } from './CliError.js';
import { parseCsv } from './parseCsv.js';

/** A customer of a file as the API takes it, and the line on which it stands. */
export type CustomerLine = { line: number; customer: unknown };

/**
 * Reads existing customers from a file: `.ndjson` or `.jsonl` with an object a line, anything else as CSV whose first line names the columns,
 * `customerId` and perhaps `since` among them. A `CliError` when it cannot be read as such.
 */
export async function readCustomers(file: string): Promise<CustomerLine[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${file} cannot be read (${error.code}).`);
  });
  return /\.(nd|l)?json(l)?$/i.test(file) ? fromLines(text, file) : fromCsv(text, file);
}

function fromLines(text: string, file: string): CustomerLine[] {
  return text.split('\n').flatMap((json, index) => {
    if (json.trim() === '') return [];
    try {
      return [{ line: index + 1, customer: JSON.parse(json) as unknown }];
    } catch {
      throw new CliError(
        `${file}, line ${index + 1}, is not JSON: expected one object a line, such as {"customerId":"c_81"}.`,
      );
    }
  });
}

function fromCsv(text: string, file: string): CustomerLine[] {
  const [head, ...records] = recordsOf(text, file);
  const names = head?.cells.map((cell) => cell.trim()) ?? [];
  const [id, since] = [names.indexOf('customerId'), names.indexOf('since')];
  if (id < 0)
    throw new CliError(
      `${file}: expected a column called customerId (and perhaps since) in the first line, got ${names.join(', ') || 'none'}.`,
    );
  return records.map(({ line, cells }) => {
    const when = cells[since]?.trim();
    return { line, customer: { customerId: cells[id] ?? '', ...(when && { since: when }) } };
  });
}

function recordsOf(text: string, file: string) {
  try {
    return parseCsv(text);
  } catch (error) {
    throw new CliError(`${file}, ${(error as Error).message}.`);
  }
}
