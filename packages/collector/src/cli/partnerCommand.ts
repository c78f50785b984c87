import { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { formatTable } from './formatTable.js';
import { listAll } from './listAll.js';
import { partnerSetCommand } from './partnerSetCommand.js';
import { payByCommand } from './payByCommand.js';
import { print } from './print.js';

type Flags = Connection & { site?: string };

/** `reftally partner add|list|set|pay-by|pause|activate` */
export function partnerCommand(): Command {
  return new Command('partner')
    .description('who refers and earns')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(partnerSetCommand())
    .addCommand(payByCommand())
    .addCommand(statusCommand('pause', 'paused', 'stop crediting a partner; links still lead to the site'))
    .addCommand(statusCommand('activate', 'active', 'credit a paused partner again'));
}

const SITE = ['--site <id>', 'the site, when there are several'] as const;

function addCommand(): Command {
  return clientCommand('add')
    .description('add a partner and show the link to share')
    .argument('<name>')
    .option(...SITE)
    .option('--code <code>', 'what the link carries (default: made from the name)')
    .option('--email <address>', 'how to reach them')
    .option('--customer-id <id>', "the shop's own id of them as a customer, so that own purchases are seen")
    .addHelpText('after', '\nExample:\n  $ reftally partner add "Alice Baker" --code alice')
    .action(async (name: string, flags: Flags & { code?: string; email?: string; customerId?: string }) => {
      const { site, code, email, customerId } = flags;
      const body = { name, site, code, email, customerId };
      const partner = await (await Client.open(flags)).ask(answers.partner, 'POST', 'partners', body);
      print(
        flags,
        partner,
        `partner  ${partner.name} (${partner.id})\ncode     ${partner.code}\nlink     ${partner.link}`,
      );
    });
}

function listCommand(): Command {
  return clientCommand('list')
    .description('all partners of a site')
    .option(...SITE)
    .action(async (flags: Flags) => {
      const partners = await listAll(await Client.open(flags), 'partners', answers.partner, {
        site: flags.site,
      });
      const rows = partners.map(({ name, code, status, link, id }) => [name, code, status, link, id]);
      print(flags, partners, formatTable(['name', 'code', 'status', 'link', 'id'], rows));
    });
}

function statusCommand(name: string, status: string, description: string): Command {
  return clientCommand(name)
    .description(description)
    .argument('<partner>', 'id or code')
    .option(...SITE)
    .action(async (named: string, flags: Flags) => {
      const client = await Client.open(flags);
      const { id } = await findPartner(client, named, flags.site);
      const partner = await client.ask(answers.partner, 'PATCH', `partners/${id}`, { status });
      print(flags, partner, `${partner.name} is ${partner.status}.`);
    });
}
