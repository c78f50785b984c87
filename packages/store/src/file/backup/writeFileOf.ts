import { open } from 'node:fs/promises';

/** Writes a new file, and waits until it is on the disk. */
export async function writeFileOf(
  path: string,
  mode: number,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.chmod(mode); // Whatever the umask.
    for await (const piece of content) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
