import { readFile } from 'node:fs/promises';
import { adminKeyFile } from '../options/adminKeyFile.js';
import { dataFolderOf } from '../options/dataFolderOf.js';
import { CliError } from './CliError.js';
import type { Connection } from './Connection.js';

/** The key to use: the one that is given, or the one in the data folder of a collector on this machine. */
export async function readAdminKey({ adminKey, store }: Connection): Promise<string> {
  if (adminKey) return adminKey;
  const folder = dataFolderOf(store);
  try {
    if (folder !== undefined) return (await readFile(adminKeyFile(folder), 'utf8')).trim();
  } catch {
    // Whatever is wrong with the file, the way out is the same.
  }
  throw new CliError(
    'No admin key: give it with --admin-key or REFTALLY_ADMIN_KEY, or run this where the data folder is (--store file:./data).',
  );
}
