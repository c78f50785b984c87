import type { FileHandle } from 'node:fs/promises';

const PIECE = 1024 * 1024;

/** Reads `bytes` bytes of a file from `from` on, in pieces that are overwritten by the next one. Throws an error when there are fewer. */
export async function* readPart(
  file: FileHandle,
  from: number,
  bytes: number,
): AsyncGenerator<Uint8Array, void> {
  const buffer = Buffer.allocUnsafe(Math.min(PIECE, bytes));
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, bytes - done), from + done);
    if (bytesRead === 0) throw new Error('its end is missing');
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
