import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a running collector makes and takes away again, what only a running one has, and db.json, which is read apart. */
const PASSING = /^(?:lock|db\.json|\..*|.*\.(?:new|tmp|part))$/;

/**
 * The files of a data folder that belong into a backup, by path, with slashes: those of the log in their order at the end, since what is there
 * when they are listed contains all that was acknowledged before.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && !PASSING.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  const isLog = (path: string) => path.startsWith('log/');
  return paths.sort((a, b) => Number(isLog(a)) - Number(isLog(b)) || (a < b ? -1 : 1));
}
