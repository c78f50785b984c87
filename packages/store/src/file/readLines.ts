import { open } from 'node:fs/promises';

/** Small enough for the text of one to be short-lived garbage: V8 keeps strings of 128 KB and more where only a full collection sees them. */
const CHUNK = 96 * 1024;
const LINE_FEED = 10;

/** Some whole lines of a file, the offset (bytes) of the first, and at the end of the file the length of what has no line feed. */
export type Lines = { offset: number; lines: string[]; rest: number };

/** Reads a UTF-8 file of lines, many at a time, without ever holding the whole file. The last yield alone may have a `rest`. */
export async function* readLines(path: string): AsyncGenerator<Lines, void> {
  const handle = await open(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let offset = 0;
    let filled = 0;
    while (true) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer], 2 * filled); // A line longer than a chunk.
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
      const end = buffer.lastIndexOf(LINE_FEED, filled - 1);
      if (end < 0) continue;
      yield { offset, lines: buffer.toString('utf8', 0, end).split('\n'), rest: 0 };
      buffer.copyWithin(0, end + 1, filled);
      offset += end + 1;
      filled -= end + 1;
    }
    if (filled > 0) yield { offset, lines: [], rest: filled };
  } finally {
    await handle.close();
  }
}
