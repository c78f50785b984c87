import { folderPaths } from './folderPaths.js';
import { foldSegment } from './foldSegment.js';
import { readState } from './readState.js';

/** Brings db.json up to the sealed segment `upTo`: reads the previous one and folds the segments since, as a start would. */
export async function makeCheckpoint(folder: string, upTo: number): Promise<void> {
  const { low } = await readState(folder, upTo);
  for (let segment = low.data.segment + 1; segment <= upTo; segment++) {
    const path = folderPaths.segment(folder, segment);
    const { bytes, isTorn } = await foldSegment(low.data, path);
    if (isTorn) throw new Error(`${path} ends in a torn line`);
    low.data.segment = segment;
    low.data.segmentBytes = bytes;
  }
  await low.write();
}
