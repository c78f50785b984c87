import { lstat } from 'node:fs/promises';
import { StartError } from '../../StartError.js';

/** Makes what becomes a backup under its temporary name; a `StartError` when either name is taken. */
export async function makeNew<T>(path: string, temporary: string, make: () => Promise<T>): Promise<T> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new StartError(`${path} is there already: choose another name for the backup`);
  try {
    return await make();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(
      code === 'EEXIST'
        ? `${temporary} is there already: another backup is being made, or was interrupted; remove it if none is running`
        : `No backup can be written to ${path}: ${message}`,
      { cause: error },
    );
  }
}
