import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { folderPaths } from './folderPaths.js';
import { syncFolder } from './syncFolder.js';

/** Makes the folder and its log, if need be. */
export async function prepareFolder(folder: string): Promise<void> {
  await makeFolder(resolve(folder));
  await makeFolder(resolve(folderPaths.log(folder)));
  await syncFolder(folder);
  await syncFolder(dirname(resolve(folder))).catch(() => {}); // It may well be somebody else's.
}

/** Who bought what, and partners' addresses, are nobody else's business on this machine. */
const PRIVATE = { mode: 0o700 };

/** As `mkdir` with `recursive`, which never ends where a parent is there and nothing can be made in it, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, PRIVATE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path, PRIVATE);
    } else if (code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
  }
}
