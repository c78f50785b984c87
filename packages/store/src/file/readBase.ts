import { StartError } from '../StartError.js';
import { folderPaths } from './folderPaths.js';
import type { State } from './State.js';
import { StateFile } from './StateFile.js';

/** What a log came to up to the segment `base`. It is a part of the truth, so one that cannot be read is a `StartError`. */
export async function readBase(folder: string, base: number): Promise<State> {
  const path = folderPaths.base(folder, base);
  try {
    const state = await new StateFile(path, folderPaths.newBase(folder)).read();
    if (state?.segment === base) return state;
    throw new Error('it was made with another log');
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${path} cannot be read (${(error as Error).message}): restore it from a backup`, {
      cause: error,
    });
  }
}
