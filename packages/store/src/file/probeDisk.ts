import { rm } from 'node:fs/promises';
import { folderPaths } from './folderPaths.js';
import type { OpenLogFile } from './LogFile.js';

/** Room for a good many groups: a disk with less would fail again at once. */
const PROBE_BYTES = 1024 * 1024;

/** Rejects unless the folder's disk takes a write: cheap, compared with a recovery that would fail at its first append. */
export async function probeDisk(folder: string, openLogFile: OpenLogFile): Promise<void> {
  const path = folderPaths.probe(folder);
  try {
    const file = await openLogFile(path);
    try {
      await file.write(Buffer.alloc(PROBE_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}
