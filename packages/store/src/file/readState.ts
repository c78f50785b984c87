import { stat } from 'node:fs/promises';
import { Low } from 'lowdb';
import { StartError } from '../StartError.js';
import { emptyState } from './emptyState.js';
import { findBases } from './findBases.js';
import { folderPaths } from './folderPaths.js';
import { readBase } from './readBase.js';
import type { State } from './State.js';
import { StateFile } from './StateFile.js';

/** db.json, held by lowdb; `problem` says why it is the empty state instead, when there is no usable file. */
export type ReadState = { low: Low<State>; problem?: string };

/**
 * Reads db.json, of which the log (its base, and the segments up to `segments`) is the truth: without a usable one the state is that of the base, and
 * all segments have to be folded. `StartError` when it was written by a newer version or for a longer log, or when the base cannot be read.
 */
export async function readState(folder: string, segments: number): Promise<ReadState> {
  const low = new Low<State>(StateFile.of(folder), emptyState());
  const base = (await findBases(folder)).at(-1) ?? 0;
  const problem = await readInto(low, folder, segments, base);
  if (problem === undefined && low.data.segment >= base) return { low };
  low.data = base === 0 ? emptyState() : await readBase(folder, base);
  return problem === undefined ? { low } : { low, problem };
}

/** Says why the file is of no use, if it is none. */
async function readInto(
  low: Low<State>,
  folder: string,
  segments: number,
  base: number,
): Promise<string | undefined> {
  const path = folderPaths.state(folder);
  const missing = low.data;
  try {
    await low.read();
  } catch (error) {
    if (error instanceof StartError) throw error;
    return `${path} cannot be read (${(error as Error).message})`;
  }
  if (low.data === missing) return `${path} is missing`;
  const { segment } = low.data;
  if (segment > segments) {
    throw new StartError(
      `${folderPaths.segment(folder, segment)} is missing, and ${path} was made with it: restore the whole log from a backup`,
    );
  }
  return (await isOfLog(folder, low.data, base)) ? undefined : `${path} was made with another log`;
}

/** A backup that was put together from two others would count the same events twice, or miss some. What is older than the base is not used. */
async function isOfLog(folder: string, { segment, segmentBytes }: State, base: number): Promise<boolean> {
  if (segment === 0 || segment < base) return true;
  if (segment > base) return (await stat(folderPaths.segment(folder, segment))).size === segmentBytes;
  const head = await new StateFile(folderPaths.base(folder, base), folderPaths.newBase(folder)).head();
  return head.bytes === segmentBytes;
}
