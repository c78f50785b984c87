import { type FileHandle, open } from 'node:fs/promises';
import type { BackupFile } from './BackupFile.js';
import { parseTarHeader } from './parseTarHeader.js';
import { readPart } from './readPart.js';
import { TAR } from './TAR.js';

/** Reads a tar archive. Throws an error when it is cut off or none. */
export async function* readTar(path: string): AsyncGenerator<BackupFile, void> {
  const file = await open(path, 'r');
  try {
    let at = 0;
    while (true) {
      const entry = parseTarHeader(await readBlock(file, at));
      if (!entry) return;
      at += TAR.block;
      yield { entry, content: readPart(file, at, entry.bytes) };
      at += entry.bytes + (-entry.bytes & (TAR.block - 1));
    }
  } finally {
    await file.close();
  }
}

async function readBlock(file: FileHandle, at: number): Promise<Buffer> {
  const block = Buffer.alloc(TAR.block);
  const { bytesRead } = await file.read(block, 0, TAR.block, at);
  if (bytesRead < TAR.block) throw new Error('its end is missing');
  return block;
}
