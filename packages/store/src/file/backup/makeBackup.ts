import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../StartError.js';
import { folderPaths } from '../folderPaths.js';
import { BACKUP_FORMAT } from './BACKUP_FORMAT.js';
import type { BackupManifest } from './BackupManifest.js';
import type { BackupProgress } from './BackupProgress.js';
import type { BackupWriter } from './BackupWriter.js';
import { FolderWriter } from './FolderWriter.js';
import { listFiles } from './listFiles.js';
import { MANIFEST } from './MANIFEST.js';
import { readPart } from './readPart.js';
import { TarWriter } from './TarWriter.js';
import { wholeLines } from './wholeLines.js';

/** A compaction takes away segments that were listed before; it is done once a day at most. */
const ATTEMPTS = 3;

/** From which data folder to which file (`….tar`) or new folder; `madeAt` in ms. */
export type BackupJob = { folder: string; to: string; madeAt: number; onProgress?: BackupProgress };

/**
 * Copies a data folder as it is at one moment, whether a collector is running on it or not: all that was acknowledged before is in the copy,
 * and nothing of it is half. Rejects with a `StartError` when there is no data, or when the copy cannot be made; nothing is left then.
 */
export async function makeBackup(job: BackupJob): Promise<BackupManifest> {
  await checkFolder(job.folder);
  for (let attempt = 1; ; attempt++) {
    const writer = await openWriter(job);
    try {
      const manifest = await copyAll(job, writer);
      await writer.finish();
      return manifest;
    } catch (error) {
      await writer.abandon();
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && attempt < ATTEMPTS) continue;
      if (error instanceof StartError) throw error;
      throw new StartError(`The backup was not made: ${message}`, { cause: error });
    }
  }
}

async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folderPaths.log(folder)).catch(() => []);
  if (!names.some((name) => name.endsWith('.ndjson')))
    throw new StartError(
      `${folder} is no data folder, or nothing was recorded in it yet: there is nothing to back up`,
    );
}

function openWriter({ to, madeAt }: BackupJob): Promise<BackupWriter> {
  return to.endsWith('.tar') ? TarWriter.open(to, madeAt) : FolderWriter.open(to);
}

/** db.json is opened before the log is listed, so that it contains no segment that is not in the list. */
async function copyAll(
  { folder, madeAt, onProgress }: BackupJob,
  writer: BackupWriter,
): Promise<BackupManifest> {
  const state = await openIfThere(folderPaths.state(folder));
  try {
    const paths = await listFiles(folder);
    const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
    const total = sizes.reduce((sum, size) => sum + size, (await state?.stat())?.size ?? 0);
    const manifest: BackupManifest = {
      backup: BACKUP_FORMAT,
      madeAt: new Date(madeAt).toISOString(),
      files: [],
    };
    let done = 0;
    const copy = async (path: string, file: FileHandle, bytes: number) => {
      const entry = { path, bytes, mode: (await file.stat()).mode & 0o777 };
      const hash = createHash('sha256');
      await writer.add(
        entry,
        watched(readPart(file, 0, bytes), (piece) => {
          hash.update(piece);
          done += piece.length;
          onProgress?.(Math.min(done, total), total);
        }),
      );
      manifest.files.push({ ...entry, sha256: hash.digest('hex') });
    };
    if (state) await copy('db.json', state, (await state.stat()).size);
    for (const path of paths) await copyFile(folder, path, path === paths.at(-1), copy);
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await writer.add({ path: MANIFEST, bytes: text.length, mode: 0o600 }, only(text));
    return manifest;
  } finally {
    await state?.close();
  }
}

/** The open segment is the last of the log, and so of the list. */
async function copyFile(
  folder: string,
  path: string,
  isLast: boolean,
  copy: (path: string, file: FileHandle, bytes: number) => Promise<void>,
): Promise<void> {
  const file = await open(join(folder, path), 'r');
  try {
    const { size } = await file.stat();
    await copy(path, file, isLast ? await wholeLines(file, size) : size);
  } finally {
    await file.close();
  }
}

function openIfThere(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function* watched(pieces: AsyncIterable<Uint8Array>, see: (piece: Uint8Array) => void) {
  for await (const piece of pieces) {
    see(piece);
    yield piece;
  }
}

async function* only(piece: Uint8Array) {
  yield piece;
}
