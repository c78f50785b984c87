import { access } from 'node:fs/promises';
import { folderPaths } from '../folderPaths.js';

/** Whether a restore into a folder was interrupted: its log goes into its place last. */
export async function isHalfRestored(folder: string): Promise<boolean> {
  return (await isThere(folderPaths.restoring(folder))) && !(await isThere(folderPaths.log(folder)));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
