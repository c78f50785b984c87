import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncFolder } from '../syncFolder.js';
import type { BackupEntry } from './BackupEntry.js';
import type { BackupWriter } from './BackupWriter.js';
import { makeNew } from './makeNew.js';
import { TAR } from './TAR.js';
import { tarHeader } from './tarHeader.js';

/** A backup as one tar archive, which nobody but its owner may read: the operator's keys are in it. */
export class TarWriter implements BackupWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #madeAt: number;

  private constructor(path: string, file: FileHandle, madeAt: number) {
    this.#path = path;
    this.#file = file;
    this.#madeAt = madeAt;
  }

  /** `madeAt` in ms. Rejects with a `StartError` when something has that name, or may be on its way there. */
  static async open(path: string, madeAt: number): Promise<TarWriter> {
    const temporary = `${resolve(path)}.part`;
    const file = await makeNew(path, temporary, () => open(temporary, 'wx', 0o600));
    return new TarWriter(resolve(path), file, madeAt);
  }

  async add(entry: BackupEntry, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#file.appendFile(tarHeader(entry, this.#madeAt));
    for await (const piece of content) await this.#file.appendFile(piece);
    await this.#file.appendFile(Buffer.alloc(-entry.bytes & (TAR.block - 1)));
  }

  async finish(): Promise<void> {
    await this.#file.appendFile(Buffer.alloc(2 * TAR.block));
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
    await syncFolder(dirname(this.#path));
  }

  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
    await rm(`${this.#path}.part`, { force: true });
  }
}
