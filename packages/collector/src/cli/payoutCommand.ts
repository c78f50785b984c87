import { Command, InvalidArgumentError } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { describePayout } from './describePayout.js';
import { findPartner } from './findPartner.js';
import { formatTable } from './formatTable.js';
import { listAll } from './listAll.js';
import { moneyText } from './moneyText.js';
import { print } from './print.js';

type Flags = Connection & { site?: string };
type TermFlags = Flags & { currency?: string; threshold?: Record<string, string>; partner?: string[] };

const SITE = ['--site <id>', 'the site, when there are several'] as const;

/** `reftally payout preview|create|list|show|export|paid|cancel` */
export function payoutCommand(): Command {
  return new Command('payout')
    .description('pay partners what they have earned: preview, create, export, paid')
    .addCommand(previewCommand())
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(exportCommand())
    .addCommand(changeCommand('paid', 'the money has been sent', 'is paid'))
    .addCommand(changeCommand('cancel', 'give the balances back; before it is exported only', 'is cancelled'))
    .addHelpText(
      'after',
      `
A month, from beginning to end:
  $ reftally payout preview --threshold EUR=25
  $ reftally payout create 2026-05 --threshold EUR=25
  $ reftally payout export 2026-05 --format paypal > paypal.csv
  $ reftally payout paid 2026-05

What is held, or below the threshold, waits for the next one. Refunds after a payout are set off against the next one.`,
    );
}

function withTerms(command: Command): Command {
  return command
    .option(...SITE)
    .option('--currency <code>', 'this currency only')
    .option('--threshold <currency=amount...>', 'the least sum worth paying, such as EUR=25.00', thresholds)
    .option('--partner <partner...>', 'these partners only, by id or code');
}

function thresholds(value: string, before: Record<string, string> = {}): Record<string, string> {
  const [, currency, amount] = /^([A-Z]{3})=(\d+(?:\.\d+)?)$/.exec(value) ?? [];
  if (currency && amount) return { ...before, [currency]: amount };
  throw new InvalidArgumentError('Expected a currency and an amount, such as EUR=25.00.');
}

async function termsOf(client: Client, { site, currency, threshold, partner }: TermFlags): Promise<object> {
  const partners = partner && (await Promise.all(partner.map((one) => findPartner(client, one, site))));
  return { site, currency, threshold, partners: partners?.map(({ id }) => id) };
}

function previewCommand(): Command {
  return withTerms(clientCommand('preview'))
    .description('what a payout would pay now; changes nothing')
    .action(async (flags: TermFlags) => {
      const client = await Client.open(flags);
      const body = { ...(await termsOf(client, flags)), preview: true };
      const preview = await client.ask(answers.payoutLines, 'POST', 'payouts', body);
      print(flags, preview, describePayout(preview));
    });
}

function createCommand(): Command {
  return withTerms(clientCommand('create'))
    .description('claim the balances: no other payout pays them again')
    .argument('<id>', 'an id of your own, such as 2026-05; the same one again changes nothing')
    .action(async (id: string, flags: TermFlags) => {
      const client = await Client.open(flags);
      const body = { ...(await termsOf(client, flags)), id };
      const payout = await client.ask(answers.payout, 'POST', 'payouts', body);
      print(flags, payout, `payout ${payout.id}, ${payout.status}\n${describePayout(payout)}`);
    });
}

function listCommand(): Command {
  return clientCommand('list')
    .description('all payouts, oldest first')
    .option(...SITE)
    .action(async (flags: Flags) => {
      const client = await Client.open(flags);
      const payouts = await listAll(client, 'payouts', answers.payout, { site: flags.site });
      const rows = payouts.map(({ id, status, createdAt, lines, total }) => {
        return [id, status, createdAt.slice(0, 10), String(lines.length), moneyText(total)];
      });
      print(flags, payouts, formatTable(['id', 'status', 'created', 'payments', 'total'], rows));
    });
}

function showCommand(): Command {
  return clientCommand('show')
    .description('one payout with its payments')
    .argument('<id>')
    .option(...SITE)
    .action(async (id: string, flags: Flags) => {
      const query = flags.site ? `?${new URLSearchParams({ site: flags.site })}` : '';
      const path = `payouts/${encodeURIComponent(id)}${query}`;
      const payout = await (await Client.open(flags)).ask(answers.payout, 'GET', path);
      print(flags, payout, `payout ${payout.id}, ${payout.status}\n${describePayout(payout)}`);
    });
}

function exportCommand(): Command {
  return clientCommand('export')
    .description('print the payments as a file; it cannot be cancelled from then on')
    .argument('<id>')
    .option(...SITE)
    .option(
      '--format <format>',
      'csv, paypal for its mass payment file, or sepa for a credit transfer',
      'csv',
    )
    .option('--currency <code>', 'this currency only')
    .addHelpText(
      'after',
      '\nExample:\n  $ reftally payout export 2026-05 --format paypal --currency EUR > paypal.csv\n  $ reftally payout export 2026-05 --format sepa --currency EUR > transfer.xml',
    )
    .action(async (id: string, flags: Flags & { format: string; currency?: string }) => {
      const { site, format, currency } = flags;
      const client = await Client.open(flags);
      const path = `payouts/${encodeURIComponent(id)}/export`;
      process.stdout.write(await client.text('POST', path, { site, format, currency }));
    });
}

function changeCommand(name: 'paid' | 'cancel', description: string, done: string): Command {
  return clientCommand(name)
    .description(description)
    .argument('<id>')
    .option(...SITE)
    .action(async (id: string, flags: Flags) => {
      const path = `payouts/${encodeURIComponent(id)}/${name}`;
      const payout = await (await Client.open(flags)).ask(answers.payout, 'POST', path, { site: flags.site });
      print(flags, payout, `The payout ${payout.id} ${done}.`);
    });
}
