import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../StartError.js';
import { folderPaths } from '../folderPaths.js';
import { lockFolder } from '../lockFolder.js';
import { prepareFolder } from '../prepareFolder.js';
import { syncFolder } from '../syncFolder.js';
import type { BackupFile } from './BackupFile.js';
import type { BackupProgress } from './BackupProgress.js';
import { checkRestored, type Restored } from './checkRestored.js';
import { copyBack } from './copyBack.js';
import { isHalfRestored } from './isHalfRestored.js';
import { readFolder } from './readFolder.js';
import { readTar } from './readTar.js';

/** From which backup (`….tar`, or a folder) to which data folder, which must be empty or not be there. */
export type RestoreJob = { from: string; folder: string; onProgress?: BackupProgress };

/**
 * Puts a backup back, and checks it: every file by its hash, every ledger chain from its beginning, and what the log adds up to against
 * db.json. Until then all of it is in a folder apart, so that a restore that was interrupted can be made again, and no collector starts on a
 * half of it. Rejects with a `StartError` that says what is wrong.
 */
export async function restoreBackup({ from, folder, onProgress }: RestoreJob): Promise<Restored> {
  const { files, total } = await openBackup(from);
  await checkEmpty(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const apart = folderPaths.restoring(folder);
  let done = 0;
  try {
    await rm(apart, { recursive: true, force: true });
    await prepareFolder(apart);
    await syncFolder(folder);
    await copyBack(files, apart, (bytes) => {
      done += bytes;
      onProgress?.(done, Math.max(done, total));
    });
    const restored = await checkRestored(apart);
    await putInPlace(apart, folder);
    return restored;
  } catch (error) {
    await rm(apart, { recursive: true, force: true });
    if (error instanceof StartError) throw error;
    throw new StartError(`${from} cannot be restored: ${(error as Error).message}`, { cause: error });
  } finally {
    await lock.close();
  }
}

async function openBackup(from: string): Promise<{ files: AsyncIterable<BackupFile>; total: number }> {
  try {
    const found = await stat(from);
    if (!found.isDirectory()) return { files: readTar(from), total: found.size };
    let total = 0;
    for (const name of await readdir(from, { recursive: true })) total += (await stat(join(from, name))).size;
    return { files: readFolder(from), total };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`${from} cannot be read (${code}): name a backup that reftally backup has made`);
  }
}

/** What an interrupted restore left does not count. */
async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new StartError(`${folder} cannot be read (${error.code}): choose another folder`);
  });
  const other = names.find((name) => name !== 'lock' && name !== folderPaths.restoring(''));
  if (other !== undefined && !(await isHalfRestored(folder)))
    throw new StartError(
      `${folder} is not empty (${other}): restore into a new folder, and start the collector with it`,
    );
}

async function putInPlace(apart: string, folder: string): Promise<void> {
  const names = (await readdir(apart)).filter((name) => name !== 'log');
  for (const name of names) {
    await rm(join(folder, name), { recursive: true, force: true }); // Of a restore that was interrupted here.
    await rename(join(apart, name), join(folder, name));
  }
  await syncFolder(folder);
  await rename(folderPaths.log(apart), folderPaths.log(folder));
  await syncFolder(folder);
  await rm(apart, { recursive: true });
}
