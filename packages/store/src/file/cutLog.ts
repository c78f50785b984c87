import { open } from 'node:fs/promises';
import { folderPaths } from './folderPaths.js';
import type { LogPosition } from './LogPosition.js';

/** Cuts off what lies behind a position of the log, and syncs what lies before: nobody was told that the rest was kept. */
export async function cutLog(folder: string, { segment, bytes }: LogPosition): Promise<void> {
  const path = folderPaths.segment(folder, segment);
  try {
    const handle = await open(path, 'r+');
    try {
      await handle.truncate(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (bytes > 0 || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
