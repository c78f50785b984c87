import { readFile } from 'node:fs/promises';
import { CliError } from './CliError.js';

/** What a JSON file holds; a `CliError` when there is no such file or it is not JSON. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${file} cannot be read (${error.code}).`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError(`${file} is not JSON: take the file as it was downloaded.`);
  }
}
