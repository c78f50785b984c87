import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresUser } from './postgresUser.js';

/** A new empty folder that belongs to the user as whom servers run. */
export async function postgresFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-postgres-'));
  const { uid, gid } = postgresUser();
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  return folder;
}
