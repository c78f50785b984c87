import { open, rename } from 'node:fs/promises';
import { folderPaths } from '../file/folderPaths.js';
import { syncFolder } from '../file/syncFolder.js';
import type { CopyFile } from './readCopyFile.js';

/** Replaces it at once, and waits until it is on the disk. */
export async function writeCopyFile(folder: string, copy: CopyFile): Promise<void> {
  const path = folderPaths.copying(folder);
  const temporary = `${path}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(copy)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncFolder(folder);
}
