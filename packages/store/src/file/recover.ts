import { StartError } from '../StartError.js';
import { countSegments } from './countSegments.js';
import { cutLog } from './cutLog.js';
import { folderPaths } from './folderPaths.js';
import { foldSegment } from './foldSegment.js';
import type { LogPosition } from './LogPosition.js';
import { readState } from './readState.js';
import type { State } from './State.js';

/** What the log has added up to: `sealedBytes` are those of the sealed segments that db.json does not contain. */
export type Recovered = {
  state: State;
  position: LogPosition;
  sealedBytes: number;
  /** Whether there was no usable db.json. */
  isRebuilt: boolean;
};

/**
 * Reads db.json and folds the newer segments. Cuts off what is torn at the end of the last one, with a warning, and syncs it: what a
 * killed process wrote is in the page cache only, and is about to be shown as durable. Segments from `segmentBytes` on are sealed.
 */
export async function recover(
  folder: string,
  segmentBytes: number,
  warn: (message: string) => void,
): Promise<Recovered> {
  const segments = await countSegments(folder);
  const { low, problem } = await readState(folder, segments);
  const state = low.data;
  if (problem && segments > 0) warn(`${problem}: rebuilding it from the log`);
  const last: LogPosition = { segment: segments, bytes: segmentBytes };
  let sealedBytes = 0;
  for (let segment = state.segment + 1; segment <= segments; segment++) {
    const bytes = await foldWhole(state, folder, segment, segment === segments, warn);
    last.bytes = bytes;
    if (segment < segments || bytes >= segmentBytes) sealedBytes += bytes;
  }
  const isSealed = segments === 0 || last.bytes >= segmentBytes || state.segment === segments;
  const position = isSealed ? { segment: segments + 1, bytes: 0 } : last;
  return { state, position, sealedBytes, isRebuilt: problem !== undefined };
}

async function foldWhole(
  state: State,
  folder: string,
  segment: number,
  isLast: boolean,
  warn: (message: string) => void,
): Promise<number> {
  const path = folderPaths.segment(folder, segment);
  const { bytes, isTorn } = await foldSegment(state, path);
  if (isTorn && !isLast)
    throw new StartError(
      `${path} ends in a torn line although later segments are there: restore it from a backup`,
    );
  if (isTorn) warn(`${path} ended in a line that was never finished: cut off after ${bytes} bytes`);
  if (isLast) await cutLog(folder, { segment, bytes });
  return bytes;
}
