import { makeBackup } from '@reftally/store';
import { Command } from 'commander';
import { fileFolderOf } from './fileFolderOf.js';
import { print } from './print.js';
import { progressOf } from './progressOf.js';

type Flags = { store?: string; to: string; json?: boolean };

/** `reftally backup` */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the data folder as it is now, while the collector runs or not')
    .option('--store <url>', 'what to copy (REFTALLY_STORE, default file:./data)')
    .requiredOption('--to <path>', 'FILE.tar, or a folder that is made; nothing may have that name')
    .option('--json', 'print the list of files as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally backup --to /backups/reftally-$(date +%F).tar
  $ reftally backup --store file:/srv/reftally --to /backups/reftally

The operator's key and the keys that sign statements are in it: whoever reads it can be the operator. It is readable by its owner only.`,
    )
    .action(backup);
}

async function backup({ store, to, json = false }: Flags): Promise<void> {
  const folder = fileFolderOf(store);
  const progress = progressOf('Copying');
  const manifest = await makeBackup({ folder, to, madeAt: Date.now(), onProgress: progress.tell });
  progress.end();
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const text = `${to} has ${manifest.files.length} files of ${folder}, ${(bytes / 1e6).toFixed(1)} MB, as of ${manifest.madeAt}.`;
  print({ json }, manifest, text);
}
