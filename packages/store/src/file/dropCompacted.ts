import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBases } from './findBases.js';
import { folderPaths } from './folderPaths.js';
import { syncFolder } from './syncFolder.js';

/** Deletes what the last base of a log contains, and what a compaction left in which the process was killed. */
export async function dropCompacted(folder: string): Promise<void> {
  const log = folderPaths.log(folder);
  const bases = await findBases(folder);
  const last = bases.at(-1);
  await rm(folderPaths.newBase(folder), { force: true });
  if (last === undefined) return;
  for (const base of bases.slice(0, -1)) await rm(folderPaths.base(folder, base));
  for (const name of await readdir(log)) {
    const number = /^(\d{6,})\.ndjson$/.exec(name)?.[1];
    if (number !== undefined && Number(number) <= last) await rm(join(log, name));
  }
  await syncFolder(log);
}
