import type { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { print } from './print.js';

/** `reftally access PARTNER` */
export function accessCommand(): Command {
  return clientCommand('access')
    .description('make a link with which a partner signs in to the stats page; it works once')
    .argument('<partner>', 'id or code')
    .option('--site <id>', 'the site, when there are several')
    .addHelpText('after', '\nExample:\n  $ reftally access alice')
    .action(async (named: string, flags: Connection & { site?: string }) => {
      const client = await Client.open(flags);
      const { id, name } = await findPartner(client, named, flags.site);
      const access = await client.ask(answers.access, 'POST', `partners/${id}/access`, {});
      print(flags, access, `For ${name} only; works once, until ${access.expiresAt}:\n${access.url}`);
    });
}
