import { dropCompacted } from './dropCompacted.js';
import { emptyState } from './emptyState.js';
import { findBases } from './findBases.js';
import { folderPaths } from './folderPaths.js';
import { foldSealed } from './foldSealed.js';
import { forgetOld } from './forgetOld.js';
import { latestIn } from './latestIn.js';
import type { Retention } from './Retention.js';
import { readBase } from './readBase.js';
import { StateFile } from './StateFile.js';

const DAY_MS = 86_400_000;

/**
 * Puts one file in the place of those segments of a log (up to `upTo`, all of them sealed) of which every event is older than events are kept: what
 * they come to, without what is forgotten. The file is there whole before any of them goes, so that a log is complete at every moment.
 */
export async function compactLog(folder: string, upTo: number, retention: Retention): Promise<void> {
  await dropCompacted(folder);
  const base = (await findBases(folder)).at(-1) ?? 0;
  const last = await lastOld(folder, base, upTo, retention);
  if (last === base) return;
  const state = base === 0 ? emptyState() : await readBase(folder, base);
  await foldSealed(state, folder, last);
  for (const _ of forgetOld(state, retention)); // Nobody waits for this thread.
  await new StateFile(folderPaths.base(folder, last), folderPaths.newBase(folder)).write(state);
  await dropCompacted(folder);
}

async function lastOld(
  folder: string,
  base: number,
  upTo: number,
  { days, now }: Retention,
): Promise<number> {
  const before = Math.floor(now / DAY_MS) * DAY_MS - days * DAY_MS;
  let last = base;
  while (last < upTo && (await latestIn(folderPaths.segment(folder, last + 1))) < before) last++;
  return last;
}
