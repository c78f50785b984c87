import { type CopyResult, copyStore } from '@reftally/store';
import { Command } from 'commander';
import { CliError } from './CliError.js';
import { copyProgressOf } from './copyProgressOf.js';
import { print } from './print.js';

type Flags = { from: string; to: string; json?: boolean };

/** `reftally copy` */
export function copyCommand(): Command {
  return new Command('copy')
    .description(
      'copy a store into an empty one: from a folder to a database, back, or to another of its kind',
    )
    .requiredOption(
      '--from <url>',
      'what is copied: file:FOLDER or postgres://…; no collector may be running on it',
    )
    .requiredOption('--to <url>', 'where to: an empty or new folder, or an empty database')
    .option('--json', 'print what was copied as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally copy --from file:./data --to postgres://reftally:secret@db.example/reftally
  $ reftally copy --from postgres://reftally:secret@db.example/reftally --to file:./data-2

Stop the collectors of the source first. The source is only read, and stays what it is.
Interrupted in whatever way (Ctrl-C, kill -9, a lost connection), the same command goes on where it was; until it has finished, no collector
starts on the target. At the end both are compared: how many of each thing, every partner's totals, every ledger line by line to its last hash.
The operator's key is in no store's log: how to take it along is in docs/copy.md.

Exit code 0: the target is whole and equal to the source. 1: it is not; the message says what to do.`,
    )
    .action(copy);
}

async function copy({ from, to, json = false }: Flags): Promise<void> {
  if (from === to) throw new CliError('--from and --to name the same store: name another one with --to');
  const progress = copyProgressOf(Date.now());
  const result = await copyStore({ from, to, onProgress: progress.tell, onVerify: progress.verify });
  progress.end();
  print({ json }, result, textOf(result));
}

function textOf({ events, resumed, ...counts }: CopyResult): string {
  const { sites, partners, links, conversions, payouts, ledgerEntries } = counts;
  const before = resumed > 0 ? ` (${number(resumed)} of them by a run before)` : '';
  return `Copied ${number(events)} events${before}: ${number(sites)} sites, ${number(partners)} partners, ${number(links)} links, ${number(conversions)} conversions, ${number(payouts)} payouts, ${number(ledgerEntries)} ledger lines.
Both stores have the same counts and totals, and every ledger ends in the same hash.`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
