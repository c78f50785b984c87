import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BACKUP_FORMAT } from './BACKUP_FORMAT.js';
import type { BackupFile } from './BackupFile.js';
import type { BackupManifest } from './BackupManifest.js';
import { MANIFEST } from './MANIFEST.js';
import { writeFileOf } from './writeFileOf.js';

/** Unpacks a backup into a folder, and checks that every file is there and as it was. `onCopied` hears of each (bytes). */
export async function copyBack(
  files: AsyncIterable<BackupFile>,
  to: string,
  onCopied: (bytes: number) => void,
): Promise<void> {
  const hashes = new Map<string, string>();
  for await (const file of files) {
    hashes.set(file.entry.path, await copyOne(file, to));
    onCopied(file.entry.bytes);
  }
  if (!hashes.has(MANIFEST)) throw new Error(`it is not whole, for ${MANIFEST} is missing`);
  checkFiles(await readManifest(to), hashes);
  await rm(join(to, MANIFEST));
}

async function copyOne({ entry, content }: BackupFile, to: string): Promise<string> {
  const { path, mode } = entry;
  if (!/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\\0]+$/.test(path))
    throw new Error(`"${path}" is no name of a file in it`);
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const piece of content) {
      hash.update(piece);
      yield piece;
    }
  };
  await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
  await writeFileOf(join(to, path), mode, hashed());
  return hash.digest('hex');
}

async function readManifest(to: string): Promise<BackupManifest> {
  const manifest: BackupManifest = JSON.parse(await readFile(join(to, MANIFEST), 'utf8'));
  if (manifest.backup > BACKUP_FORMAT)
    throw new Error(
      `a newer version of Reftally has made it (format ${manifest.backup}): restore it with that one`,
    );
  return manifest;
}

function checkFiles({ files }: BackupManifest, hashes: ReadonlyMap<string, string>): void {
  for (const { path, sha256 } of files) {
    if (!hashes.has(path)) throw new Error(`${path} is missing in it`);
    if (hashes.get(path) !== sha256) throw new Error(`${path} in it is damaged: use another backup`);
  }
  const known = new Set(files.map(({ path }) => path)).add(MANIFEST);
  const unknown = [...hashes.keys()].find((path) => !known.has(path));
  if (unknown !== undefined) throw new Error(`${unknown} does not belong to it`);
}
