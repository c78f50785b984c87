import { open } from 'node:fs/promises';

/** Makes the names in a folder survive a power cut: a file that was synced is lost if its entry in the folder was not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there, and NTFS journals their entries.
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
