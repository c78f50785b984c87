import { createRequire } from 'node:module';
import { Command } from 'commander';
import { accessCommand } from './accessCommand.js';
import { backupCommand } from './backupCommand.js';
import { copyCommand } from './copyCommand.js';
import { customersCommand } from './customersCommand.js';
import { doctorCommand } from './doctorCommand.js';
import { ledgerCommand } from './ledgerCommand.js';
import { linkCommand } from './linkCommand.js';
import { partnerCommand } from './partnerCommand.js';
import { payoutCommand } from './payoutCommand.js';
import { replayCommand } from './replayCommand.js';
import { restoreCommand } from './restoreCommand.js';
import { reviewCommand } from './reviewCommand.js';
import { serveCommand } from './serveCommand.js';
import { siteCommand } from './siteCommand.js';
import { snippetCommand } from './snippetCommand.js';
import { statementCommand } from './statementCommand.js';
import { totalsCommand } from './totalsCommand.js';
import { verifyCommand } from './verifyCommand.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** The command line `reftally`. */
export function createProgram(): Command {
  return new Command('reftally')
    .description('Records who brought a customer, proves it, and says what that person has earned.')
    .version(version)
    .addCommand(serveCommand())
    .addCommand(siteCommand())
    .addCommand(snippetCommand())
    .addCommand(doctorCommand())
    .addCommand(partnerCommand())
    .addCommand(linkCommand())
    .addCommand(customersCommand())
    .addCommand(accessCommand())
    .addCommand(totalsCommand())
    .addCommand(ledgerCommand())
    .addCommand(reviewCommand())
    .addCommand(payoutCommand())
    .addCommand(replayCommand())
    .addCommand(statementCommand())
    .addCommand(verifyCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(copyCommand())
    .addHelpText(
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
