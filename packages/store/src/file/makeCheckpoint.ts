import { foldSealed } from './foldSealed.js';
import { forgetOld } from './forgetOld.js';
import type { Retention } from './Retention.js';
import { readState } from './readState.js';

/** Brings db.json up to the sealed segment `upTo`: reads the previous one and folds the segments since, as a start would. */
export async function makeCheckpoint(folder: string, upTo: number, retention?: Retention): Promise<void> {
  const { low } = await readState(folder, upTo);
  await foldSealed(low.data, folder, upTo);
  if (retention) for (const _ of forgetOld(low.data, retention)); // Nobody waits for this thread.
  await low.write();
}
