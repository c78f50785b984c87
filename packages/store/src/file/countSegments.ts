import { readdir } from 'node:fs/promises';
import { StartError } from '../StartError.js';
import { findBases } from './findBases.js';
import { folderPaths } from './folderPaths.js';

/** The number of the log's last segment. From the last base on they are never deleted, so a gap in their numbers is a `StartError`. */
export async function countSegments(folder: string): Promise<number> {
  const base = (await findBases(folder)).at(-1) ?? 0;
  const names = await readdir(folderPaths.log(folder));
  const numbers = names.flatMap((name) => /^(\d{6,})\.ndjson$/.exec(name)?.[1] ?? []).map(Number);
  const newer = numbers.filter((number) => number > base).sort((a, b) => a - b);
  const gap = newer.findIndex((number, index) => number !== base + index + 1);
  if (gap >= 0) {
    throw new StartError(
      `${folderPaths.segment(folder, base + gap + 1)} is missing although later segments are there: restore it from a backup`,
    );
  }
  return base + newer.length;
}
