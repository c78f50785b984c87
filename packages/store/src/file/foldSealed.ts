import { folderPaths } from './folderPaths.js';
import { foldSegment } from './foldSegment.js';
import type { State } from './State.js';

/** Folds the sealed segments that a state does not contain yet, up to `upTo`. */
export async function foldSealed(state: State, folder: string, upTo: number): Promise<void> {
  for (let segment = state.segment + 1; segment <= upTo; segment++) {
    const path = folderPaths.segment(folder, segment);
    const { bytes, isTorn } = await foldSegment(state, path);
    if (isTorn) throw new Error(`${path} ends in a torn line`);
    state.segment = segment;
    state.segmentBytes = bytes;
  }
}
