import { type FileHandle, open } from 'node:fs/promises';
import { tryLock } from 'fs-native-extensions';
import { StartError } from '../StartError.js';
import { folderPaths } from './folderPaths.js';

/**
 * Takes the folder for this process alone, until the handle is closed. The kernel lets go of the lock when the process dies, however
 * it dies, so nothing is ever left to clean up. `StartError` when another process has it.
 */
export async function lockFolder(folder: string): Promise<FileHandle> {
  const handle = await open(folderPaths.lock(folder), 'a+');
  let isLocked = false;
  try {
    isLocked = tryLock(handle.fd);
  } finally {
    if (!isLocked) await handle.close();
  }
  if (!isLocked) {
    throw new StartError(
      `Another collector is using the folder ${folder}: stop it, or give this one a folder of its own`,
    );
  }
  return handle;
}
