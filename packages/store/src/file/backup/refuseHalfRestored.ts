import { StartError } from '../../StartError.js';
import { isHalfRestored } from './isHalfRestored.js';

/** Rejects with a `StartError` when a restore into a folder was interrupted: a collector would begin with nothing. */
export async function refuseHalfRestored(folder: string): Promise<void> {
  if (await isHalfRestored(folder))
    throw new StartError(
      `A restore into ${folder} was not finished: let it finish, or run reftally restore with that folder again`,
    );
}
