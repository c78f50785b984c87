import { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { formatTable } from './formatTable.js';
import { listAll } from './listAll.js';
import { print } from './print.js';

type Flags = Connection & { site?: string; partner?: string };

/** `reftally link add|list` */
export function linkCommand(): Command {
  return new Command('link')
    .description('further codes of a partner')
    .addCommand(addCommand())
    .addCommand(listCommand());
}

function addCommand(): Command {
  return clientCommand('add')
    .description('give a partner another code')
    .argument('<partner>', 'id or code')
    .option('--site <id>', 'the site, when there are several')
    .option('--code <code>', 'what the link carries (default: made)')
    .option('--path <path>', 'the page it leads to, such as /spring')
    .option('--label <text>', 'what it is for')
    .addHelpText(
      'after',
      '\nExample:\n  $ reftally link add alice --code alice-yt --path /spring --label YouTube',
    )
    .action(async (named: string, flags: Flags & { code?: string; path?: string; label?: string }) => {
      const client = await Client.open(flags);
      const { id } = await findPartner(client, named, flags.site);
      const { site, code, path, label } = flags;
      const link = await client.ask(answers.link, 'POST', 'links', { site, partner: id, code, path, label });
      print(flags, link, `code      ${link.code}\nlink      ${link.link}\nredirect  ${link.redirect}`);
    });
}

function listCommand(): Command {
  return clientCommand('list')
    .description('all links of a site or of one partner')
    .option('--site <id>', 'the site, when there are several')
    .option('--partner <partner>', 'id or code')
    .action(async (flags: Flags) => {
      const client = await Client.open(flags);
      const { site, partner: named } = flags;
      const partner = named === undefined ? undefined : (await findPartner(client, named, site)).id;
      const links = await listAll(client, 'links', answers.link, { site, partner });
      const rows = links.map(({ code, label = '', link, redirect }) => [code, label, link, redirect]);
      print(flags, links, formatTable(['code', 'label', 'link', 'redirect'], rows));
    });
}
