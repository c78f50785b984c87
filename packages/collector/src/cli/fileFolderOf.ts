import { dataFolderOf } from '../options/dataFolderOf.js';
import { readSettings } from '../options/readSettings.js';
import { CliError } from './CliError.js';

/** The folder that `--store`, or `REFTALLY_STORE`, names. Throws a `CliError` for a store that is no folder. */
export function fileFolderOf(store: string | undefined): string {
  const { store: url } = readSettings({ store }, process.env);
  const folder = dataFolderOf(url);
  if (folder) return folder;
  throw new CliError(
    '--store: expected a folder such as file:./data; a database has tools of its own for backups (docs/backup.md)',
  );
}
