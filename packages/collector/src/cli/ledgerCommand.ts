import { formatAmount } from '@reftally/core';
import { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { formatTable } from './formatTable.js';
import { print } from './print.js';

type Flags = Connection & { site?: string };
type ListFlags = Flags & { partner?: string; limit: string; csv?: boolean };
type AdjustFlags = Flags & { id: string; currency: string; note: string };

/** `reftally ledger list|adjust` */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description("the lines of which partners' accounts are made; none is ever changed or removed")
    .addCommand(listCommand())
    .addCommand(adjustCommand());
}

function listCommand(): Command {
  return clientCommand('list')
    .description('the lines, newest first')
    .option('--site <id>', 'the site, when there are several')
    .option('--partner <partner>', 'one partner only, by id or code')
    .option('--limit <number>', 'how many lines', '50')
    .option('--csv', 'print all of them as CSV')
    .addHelpText('after', '\nExample:\n  $ reftally ledger list --partner alice --csv > alice.csv')
    .action(list);
}

async function list(flags: ListFlags): Promise<void> {
  const client = await Client.open(flags);
  const query = new URLSearchParams(flags.csv ? { format: 'csv' } : { limit: flags.limit });
  if (flags.site) query.set('site', flags.site);
  if (flags.partner) query.set('partner', (await findPartner(client, flags.partner, flags.site)).id);
  if (flags.csv) {
    process.stdout.write(await client.text('GET', `ledger?${query}`));
    return;
  }
  const answer = await client.ask(answers.ledger, 'GET', `ledger?${query}`);
  const rows = answer.ledger.map((line) => [
    line.at.slice(0, 16).replace('T', ' '),
    line.review ? `${line.type} (${line.review})` : line.type,
    `${formatAmount(line)} ${line.currency}`,
    line.note ?? line.payout ?? line.refundId ?? line.conversion ?? '',
    line.partner,
    String(line.seq),
  ]);
  print(flags, answer, formatTable(['at (UTC)', 'type', 'amount', 'about', 'partner', 'line'], rows));
}

function adjustCommand(): Command {
  return clientCommand('adjust')
    .description('correct an account by hand, with a note that the partner reads')
    .argument('<partner>', 'id or code')
    .argument('<amount>', 'in major units: 25.00 gives, -- -25.00 takes away')
    .requiredOption('--currency <code>', 'such as EUR')
    .requiredOption('--note <text>', 'why')
    .requiredOption('--id <id>', 'an id of your own: the same one again changes nothing')
    .option('--site <id>', 'the site, when there are several')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally ledger adjust alice 25.00 --currency EUR --note "Bonus for May" --id bonus-2026-05
  $ reftally ledger adjust --currency EUR --note "Order 10042 was a test" --id test-10042 -- alice -4.99`,
    )
    .action(adjust);
}

async function adjust(named: string, amount: string, flags: AdjustFlags): Promise<void> {
  const client = await Client.open(flags);
  const { id: partner, name } = await findPartner(client, named, flags.site);
  const { site, id, currency, note } = flags;
  const line = await client.ask(answers.line, 'POST', 'ledger', {
    site,
    id,
    partner,
    currency,
    amount,
    note,
  });
  print(
    flags,
    line,
    `${formatAmount(line)} ${line.currency} for ${name}, line ${line.seq} of their account.`,
  );
}
