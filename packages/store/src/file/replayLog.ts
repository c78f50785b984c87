import { stat } from 'node:fs/promises';
import type { ReplayReport } from '@reftally/core';
import { emptyState } from './emptyState.js';
import { findBases } from './findBases.js';
import { folderPaths } from './folderPaths.js';
import { parseFact } from './parseFact.js';
import { Replay } from './Replay.js';
import type { ReplayJob } from './ReplayJob.js';
import { readBase } from './readBase.js';
import { readLines } from './readLines.js';

type OnProgress = (done: number, total: number) => void;

/**
 * Reads a log from its beginning, or from its base, and decides every event of one site again, in its order; sites, partners and links change as they did.
 * What the base came to stays as it was decided, and what visits that it has forgotten may bear on.
 * Calls `onProgress` (bytes) after each piece. Rejects on a log that cannot be read. Writes nothing.
 */
export async function replayLog(job: ReplayJob, onProgress: OnProgress): Promise<ReplayReport> {
  try {
    return await replayOnce(job, onProgress);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return replayOnce(job, onProgress); // A compaction has put its base in the place of segments.
  }
}

async function replayOnce(
  { folder, upTo, query, retentionDays }: ReplayJob,
  onProgress: OnProgress,
): Promise<ReplayReport> {
  const base = (await findBases(folder)).at(-1) ?? 0;
  const begun = base === 0 ? emptyState() : await readBase(folder, base);
  const knownSince = begun.sites.get(query.site)?.forgotten?.touches;
  const replay = new Replay(query, { begun, knownSince, retentionDays });
  const sizes = await sizesOf(folder, base, upTo);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, size] of sizes.entries()) {
    for await (const { offset, lines } of readLines(folderPaths.segment(folder, base + index + 1))) {
      if (offset >= size) break; // Written since.
      replayLines(replay, lines, offset, size);
      onProgress(before + Math.min(offset, size), total);
    }
    before += size;
  }
  onProgress(total, total);
  return replay.report();
}

/** The bytes that count of each segment. */
async function sizesOf(
  folder: string,
  base: number,
  { segment, bytes }: ReplayJob['upTo'],
): Promise<number[]> {
  const sizes: number[] = [];
  for (let number = base + 1; number < segment; number++)
    sizes.push((await stat(folderPaths.segment(folder, number))).size);
  if (bytes > 0) sizes.push(bytes);
  return sizes;
}

function replayLines(replay: Replay, lines: readonly string[], offset: number, size: number): void {
  let at = offset;
  for (const line of lines) {
    if (at >= size) return;
    at += Buffer.byteLength(line) + 1;
    const fact = parseFact(line);
    if (!fact) throw new Error('the log has a line that cannot be read: restore it from a backup');
    replay.take(fact);
  }
}
