import type { Command } from 'commander';
import { answers } from './answers.js';
import { CliError } from './CliError.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { print } from './print.js';

type Flags = Connection & { site?: string; paypal?: string; iban?: string; name?: string; nothing?: boolean };

/** `reftally partner pay-by PARTNER` */
export function payByCommand(): Command {
  return clientCommand('pay-by')
    .description('where the money of a partner is sent')
    .argument('<partner>', 'id or code')
    .option('--site <id>', 'the site, when there are several')
    .option('--paypal <address>', 'to this PayPal account')
    .option('--iban <iban>', 'to this bank account')
    .option('--name <name>', 'in whose name the bank account is')
    .option('--nothing', 'forget what is known')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally partner pay-by alice --paypal alice@mail.example
  $ reftally partner pay-by bob --iban "DE89 3704 0044 0532 0130 00" --name "Bob Baker"`,
    )
    .action(async (named: string, flags: Flags) => {
      const payout = methodOf(flags);
      const client = await Client.open(flags);
      const { id } = await findPartner(client, named, flags.site);
      const partner = await client.ask(answers.partner, 'PATCH', `partners/${id}`, { payout });
      print(flags, partner, `${partner.name} is paid by ${payout?.method ?? 'nothing yet'}.`);
    });
}

function methodOf({ paypal, iban, name, nothing }: Flags) {
  if (paypal !== undefined && iban === undefined) return { method: 'paypal', paypalEmail: paypal };
  if (iban !== undefined && paypal === undefined) return { method: 'bank', iban, name };
  if (nothing) return null;
  throw new CliError('Give either --paypal, or --iban with --name, or --nothing.');
}
