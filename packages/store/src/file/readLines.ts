import { open } from 'node:fs/promises';

/** Small enough for the text of one to be short-lived garbage: V8 keeps strings of 128 KB and more where only a full collection sees them. */
const PIECE = 96 * 1024;
/** Read at once: each read is a trip to another thread and back. */
const CHUNK = 1024 * 1024;
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
      let from = 0;
      for (let end = endOfPiece(buffer, from, filled); end >= 0; end = endOfPiece(buffer, from, filled)) {
        yield { offset: offset + from, lines: buffer.toString('utf8', from, end).split('\n'), rest: 0 };
        from = end + 1;
      }
      buffer.copyWithin(0, from, filled);
      offset += from;
      filled -= from;
    }
    if (filled > 0) yield { offset, lines: [], rest: filled };
  } finally {
    await handle.close();
  }
}

/** The last line feed of a piece that begins at `from`, or the first one after it; −1 when none is left. */
function endOfPiece(buffer: Buffer, from: number, filled: number): number {
  if (from === filled) return -1;
  const within = buffer.lastIndexOf(LINE_FEED, Math.min(from + PIECE, filled) - 1);
  if (within >= from) return within;
  return buffer.subarray(0, filled).indexOf(LINE_FEED, from);
}
