import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BackupFile } from './BackupFile.js';
import { MANIFEST } from './MANIFEST.js';
import { readPart } from './readPart.js';

/** Reads a backup that is a folder; the file that says what belongs to it comes last. */
export async function* readFolder(path: string): AsyncGenerator<BackupFile, void> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  names.sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST) || (a < b ? -1 : 1));
  for (const name of names) {
    const file = await open(join(path, name), 'r');
    try {
      const { size, mode } = await file.stat();
      yield { entry: { path: name, bytes: size, mode: mode & 0o777 }, content: readPart(file, 0, size) };
    } finally {
      await file.close();
    }
  }
}
