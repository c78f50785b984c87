import { open } from 'node:fs/promises';
import type { LogFile } from './LogFile.js';

/** Opens a real file. */
export async function openLogFile(path: string): Promise<LogFile> {
  const handle = await open(path, 'a');
  return {
    async write(data) {
      let rest = data;
      while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten);
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}
