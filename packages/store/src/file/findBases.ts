import { readdir } from 'node:fs/promises';
import { folderPaths } from './folderPaths.js';

/** The numbers of the segments up to which the log was compacted, ascending: the last one counts, an older one is about to be deleted. */
export async function findBases(folder: string): Promise<number[]> {
  const names = await readdir(folderPaths.log(folder));
  const numbers = names.flatMap((name) => /^(\d{6,})\.base\.json$/.exec(name)?.[1] ?? []).map(Number);
  return numbers.sort((a, b) => a - b);
}
