import { StartError } from '../StartError.js';
import { readCopyFile } from './readCopyFile.js';

/** Rejects with a `StartError` when a copy into a folder has been begun and is not finished: partners would be shown a part of what they have. */
export async function refuseHalfCopied(folder: string): Promise<void> {
  const copy = await readCopyFile(folder);
  if (copy && !copy.finished)
    throw new StartError(
      `A copy into ${folder} was not finished: let it finish, or run the same reftally copy again, which goes on where it was`,
    );
}
