import { StartError } from '../StartError.js';
import type { Connections } from './connect.js';
import { copySql } from './copySql.js';
import { query } from './query.js';

/** Rejects with a `StartError` when a copy into a database has been begun and is not finished: partners would be shown a part of what they have. */
export async function refuseHalfCopiedDatabase({ pool, prepare }: Connections): Promise<void> {
  const [copy] = await query<{ finished: boolean }>(pool, prepare, copySql.find);
  if (copy && !copy.finished)
    throw new StartError(
      'A copy into this database was not finished: let it finish, or run the same reftally copy again, which goes on where it was',
    );
}
