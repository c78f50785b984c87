import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { folderPaths } from './folderPaths.js';
import { syncFolder } from './syncFolder.js';

/** Makes the folder and its log, if need be. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folderPaths.log(folder), { recursive: true });
  await syncFolder(folder);
  await syncFolder(dirname(resolve(folder))).catch(() => {}); // It may well be somebody else's.
}
