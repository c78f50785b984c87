import { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { print } from './print.js';

/** `reftally statement get|key|rotate-key` */
export function statementCommand(): Command {
  return new Command('statement')
    .description('partners\' accounts as signed files that anybody can check with "reftally verify"')
    .addCommand(getCommand())
    .addCommand(keyCommand())
    .addCommand(rotateCommand());
}

function getCommand(): Command {
  return clientCommand('get')
    .description("print a partner's statement")
    .argument('<partner>', 'id or code')
    .option('--site <id>', 'the site, when there are several')
    .addHelpText(
      'after',
      '\nExample:\n  $ reftally statement get alice > alice.json && reftally verify alice.json',
    )
    .action(async (named: string, flags: Connection & { site?: string }) => {
      const client = await Client.open(flags);
      const { id } = await findPartner(client, named, flags.site);
      process.stdout.write(`${await client.text('GET', `statements/${id}`)}\n`);
    });
}

function keyCommand(): Command {
  return clientCommand('key')
    .description('print the public key that signs, and those that did before')
    .action(async (flags: Connection) => {
      process.stdout.write(`${await (await Client.open(flags)).text('GET', 'statements/key')}\n`);
    });
}

function rotateCommand(): Command {
  return clientCommand('rotate-key')
    .description('sign by a new key from now on; the old one is forgotten, its public half stays known')
    .action(async (flags: Connection) => {
      const key = await (await Client.open(flags)).ask(
        answers.statementKey,
        'POST',
        'statements/key/rotate',
        {},
      );
      print(
        flags,
        key,
        `Statements are signed by the key ${key.id} now. Tell your partners: ${key.publicKey}`,
      );
    });
}
