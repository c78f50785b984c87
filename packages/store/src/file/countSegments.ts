import { readdir } from 'node:fs/promises';
import { StartError } from '../StartError.js';
import { folderPaths } from './folderPaths.js';

/** How many segments the log has. They are never deleted, so a gap in their numbers is a `StartError`. */
export async function countSegments(folder: string): Promise<number> {
  const names = await readdir(folderPaths.log(folder));
  const numbers = names.flatMap((name) => /^(\d{6,})\.ndjson$/.exec(name)?.[1] ?? []).map(Number);
  numbers.sort((a, b) => a - b);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  if (gap >= 0) {
    throw new StartError(
      `${folderPaths.segment(folder, gap + 1)} is missing although later segments are there: restore it from a backup`,
    );
  }
  return numbers.length;
}
