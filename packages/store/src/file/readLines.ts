import { open } from 'node:fs/promises';

const CHUNK = 1024 * 1024;
const LINE_FEED = 10;

/** Some whole lines of a file, the offset (bytes) of the first, and at the end of the file the length of what has no line feed. */
export type Lines = { offset: number; lines: string[]; rest: number };

/** Reads a UTF-8 file of lines, many at a time, without ever holding the whole file. The last yield alone may have a `rest`. */
export async function* readLines(path: string): AsyncGenerator<Lines, void> {
  const handle = await open(path, 'r');
  try {
    let offset = 0;
    let pending = Buffer.alloc(0);
    while (true) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
      if (bytesRead === 0) break;
      pending = Buffer.concat([pending, buffer.subarray(0, bytesRead)]);
      const end = pending.lastIndexOf(LINE_FEED);
      if (end < 0) continue;
      yield { offset, lines: pending.toString('utf8', 0, end).split('\n'), rest: 0 };
      offset += end + 1;
      pending = pending.subarray(end + 1);
    }
    if (pending.length > 0) yield { offset, lines: [], rest: pending.length };
  } finally {
    await handle.close();
  }
}
