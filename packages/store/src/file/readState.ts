import { stat } from 'node:fs/promises';
import { Low } from 'lowdb';
import { StartError } from '../StartError.js';
import { emptyState } from './emptyState.js';
import { folderPaths } from './folderPaths.js';
import type { State } from './State.js';
import { StateFile } from './StateFile.js';

/** db.json, held by lowdb; `problem` says why it is the empty state instead, when there is no usable file. */
export type ReadState = { low: Low<State>; problem?: string };

/**
 * Reads db.json, of which the log (segments 1 to `segments`) is the truth: without a usable one the state is empty, and all of
 * the log has to be folded. `StartError` when it was written by a newer version or for a longer log.
 */
export async function readState(folder: string, segments: number): Promise<ReadState> {
  const path = folderPaths.state(folder);
  const missing = emptyState();
  const low = new Low<State>(new StateFile(folder), missing);
  try {
    await low.read();
  } catch (error) {
    if (error instanceof StartError) throw error;
    return { low, problem: `${path} cannot be read (${(error as Error).message})` };
  }
  if (low.data === missing) return { low, problem: `${path} is missing` };
  const state = low.data;
  if (state.segment > segments) {
    throw new StartError(
      `${folderPaths.segment(folder, state.segment)} is missing, and ${path} was made with it: restore the whole log from a backup`,
    );
  }
  if (await isOfLog(folder, state)) return { low };
  low.data = emptyState();
  return { low, problem: `${path} was made with another log` };
}

/** A backup that was put together from two others would count the same events twice, or miss some. */
async function isOfLog(folder: string, { segment, segmentBytes }: State): Promise<boolean> {
  return segment === 0 || (await stat(folderPaths.segment(folder, segment))).size === segmentBytes;
}
