import cluster from 'node:cluster';
import { Command, Option } from 'commander';
import type { Collector } from '../Collector.js';
import { optionList } from '../options/optionList.js';
import { readSettings } from '../options/readSettings.js';
import type { OptionName } from '../options/Settings.js';
import { variableOf } from '../options/variableOf.js';
import { startCollector } from '../startCollector.js';
import { startWorkers } from '../workers/startWorkers.js';

/** Longer than the collector itself takes to stop when clients or the disk do not let go. */
const STOP_MS = 20_000;

/** `reftally serve` */
export function serveCommand(): Command {
  const command = new Command('serve').description('start the collector');
  for (const [name, { flag, help, schema }] of Object.entries(optionList)) {
    const preset = schema.safeParse(undefined).data;
    const notes = [variableOf(name), ...(preset === undefined ? [] : [`default ${preset}`])].join(', ');
    command.addOption(new Option(flag, `${help} (${notes})`));
  }
  return command
    .addHelpText(
      'after',
      `
Examples:
  $ reftally serve
  $ reftally serve --host 0.0.0.0 --public-url https://refer.example.com --trust-proxy 1
  $ reftally serve --store postgres://reftally@db.example.com/reftally --workers 4
  $ REFTALLY_STORE=file:/srv/reftally REFTALLY_PORT=8080 reftally serve
  $ REFTALLY_STORE=postgres://reftally:PASSWORD@db.example/reftally REFTALLY_ADMIN_KEY=… reftally serve

SIGTERM or Ctrl-C stops it: what was accepted is answered and stored first; a second one stops it at once.`,
    )
    .action(serve);
}

async function serve(flags: Partial<Record<OptionName, string>>): Promise<void> {
  const settings = readSettings(flags, process.env);
  const starting =
    settings.workers > 1 && cluster.isPrimary
      ? startWorkers(settings)
      : startCollector({ ...settings, onAdminKey: showAdminKey });
  // From the very beginning: a signal during the start lets it finish, and then stops in order.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(starting));
  await starting;
}

async function stop(starting: Promise<Pick<Collector, 'close'>>): Promise<void> {
  setTimeout(() => process.exit(1), STOP_MS).unref();
  try {
    await (await starting).close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(
      `reftally: it did not stop cleanly: ${error instanceof Error ? error.message : error}\n`,
    );
    process.exit(1);
  }
}

function showAdminKey(key: string): void {
  process.stdout.write(`Admin key (kept in the data folder, shown only this once): ${key}\n`);
}
