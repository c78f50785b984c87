import { restoreBackup } from '@reftally/store';
import { Command } from 'commander';
import { fileFolderOf } from './fileFolderOf.js';
import { print } from './print.js';
import { progressOf } from './progressOf.js';

type Flags = { store?: string; from: string; json?: boolean };

/** `reftally restore` */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup back into an empty folder, and check it')
    .requiredOption('--from <path>', 'what reftally backup has made: FILE.tar or a folder')
    .option(
      '--store <url>',
      'where it goes, an empty folder or a new one (REFTALLY_STORE, default file:./data)',
    )
    .option('--json', 'print what was found in it as JSON')
    .addHelpText(
      'after',
      `
Example:
  $ reftally restore --from /backups/reftally-2026-05-01.tar --store file:./restored
  $ reftally serve --store file:./restored

Every file is checked by its hash, every ledger line by line, and the log against db.json, before anything is in its place.`,
    )
    .action(restore);
}

async function restore({ store, from, json = false }: Flags): Promise<void> {
  const folder = fileFolderOf(store);
  const progress = progressOf('Copying');
  const restored = await restoreBackup({ from, folder, onProgress: progress.tell });
  progress.end();
  const { sites, partners, conversions, ledgerEntries } = restored;
  print(
    { json },
    restored,
    `${folder} is whole: ${sites} sites, ${partners} partners, ${conversions} conversions, ${ledgerEntries} ledger lines, every chain checked.`,
  );
}
