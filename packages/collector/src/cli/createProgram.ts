import { createRequire } from 'node:module';
import { Command } from 'commander';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** In the order of the help text. Loading all of them takes three times as long as most commands take to do their work. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serveCommand.js')).serveCommand()],
  ['site', async () => (await import('./siteCommand.js')).siteCommand()],
  ['snippet', async () => (await import('./snippetCommand.js')).snippetCommand()],
  ['doctor', async () => (await import('./doctorCommand.js')).doctorCommand()],
  ['partner', async () => (await import('./partnerCommand.js')).partnerCommand()],
  ['link', async () => (await import('./linkCommand.js')).linkCommand()],
  ['customers', async () => (await import('./customersCommand.js')).customersCommand()],
  ['access', async () => (await import('./accessCommand.js')).accessCommand()],
  ['totals', async () => (await import('./totalsCommand.js')).totalsCommand()],
  ['ledger', async () => (await import('./ledgerCommand.js')).ledgerCommand()],
  ['review', async () => (await import('./reviewCommand.js')).reviewCommand()],
  ['payout', async () => (await import('./payoutCommand.js')).payoutCommand()],
  ['replay', async () => (await import('./replayCommand.js')).replayCommand()],
  ['statement', async () => (await import('./statementCommand.js')).statementCommand()],
  ['verify', async () => (await import('./verifyCommand.js')).verifyCommand()],
  ['backup', async () => (await import('./backupCommand.js')).backupCommand()],
  ['restore', async () => (await import('./restoreCommand.js')).restoreCommand()],
  ['copy', async () => (await import('./copyCommand.js')).copyCommand()],
]);

/** The command line `reftally` for these words: the command that they begin with, or all, for the help text. */
export async function createProgram(words: readonly string[]): Promise<Command> {
  const named = COMMANDS.get(words[0] ?? '');
  const commands = named ? [await named()] : await Promise.all([...COMMANDS.values()].map((load) => load()));
  const program = new Command('reftally')
    .description('Records who brought a customer, proves it, and says what that person has earned.')
    .version(version);
  for (const command of commands) program.addCommand(command);
  return program.addHelpText(
    'after',
    `
To begin:
  $ reftally serve
  $ reftally site add shop --landing https://shop.example/ --currency EUR --percent 20
  $ reftally partner add "Alice Baker" --code alice
  $ reftally access alice

Every command but serve talks to a running collector (--url, --admin-key) and takes --json for scripts.`,
  );
}
