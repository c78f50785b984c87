import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { syncFolder } from '../syncFolder.js';
import type { BackupEntry } from './BackupEntry.js';
import type { BackupWriter } from './BackupWriter.js';
import { makeNew } from './makeNew.js';
import { writeFileOf } from './writeFileOf.js';

/** A backup as a folder. */
export class FolderWriter implements BackupWriter {
  readonly #path: string;
  readonly #folders = new Set<string>();

  private constructor(path: string) {
    this.#path = path;
  }

  /** Rejects with a `StartError` when something has that name, or may be on its way there. */
  static async open(path: string): Promise<FolderWriter> {
    const temporary = `${resolve(path)}.part`;
    await makeNew(path, temporary, () => mkdir(temporary, { mode: 0o700 }));
    return new FolderWriter(resolve(path));
  }

  async add(entry: BackupEntry, content: AsyncIterable<Uint8Array>): Promise<void> {
    const to = join(`${this.#path}.part`, entry.path);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    this.#folders.add(dirname(to));
    await writeFileOf(to, entry.mode, content);
  }

  async finish(): Promise<void> {
    for (const folder of this.#folders) await syncFolder(folder);
    await syncFolder(`${this.#path}.part`);
    await rename(`${this.#path}.part`, this.#path);
    await syncFolder(dirname(this.#path));
  }

  async abandon(): Promise<void> {
    await rm(`${this.#path}.part`, { recursive: true, force: true });
  }
}
