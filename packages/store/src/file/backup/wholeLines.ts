import type { FileHandle } from 'node:fs/promises';

const LINE_FEED = 10;
const PIECE = 64 * 1024;

/** How many bytes of a file, of at most `bytes`, are whole lines. */
export async function wholeLines(file: FileHandle, bytes: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(PIECE);
  for (let end = bytes; end > 0; end -= PIECE) {
    const from = Math.max(0, end - PIECE);
    const { bytesRead } = await file.read(buffer, 0, end - from, from);
    const last = buffer.lastIndexOf(LINE_FEED, bytesRead - 1);
    if (bytesRead > 0 && last >= 0) return from + last + 1;
  }
  return 0;
}
