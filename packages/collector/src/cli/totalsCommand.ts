import { type Command, Option } from 'commander';
import type { z } from 'zod';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { formatTable } from './formatTable.js';
import { moneyText } from './moneyText.js';
import { print } from './print.js';

type Flags = Connection & {
  site?: string;
  partner?: string;
  from?: string;
  to?: string;
  interval: string;
  csv?: boolean;
};

type Totals = z.output<typeof answers.totals>;

/** `reftally totals` */
export function totalsCommand(): Command {
  return clientCommand('totals')
    .description('what each partner has brought')
    .option('--site <id>', 'the site, when there are several')
    .option('--partner <partner>', 'one partner only, by id or code')
    .option('--from <day>', 'first day, such as 2026-05-01 (default: 30 days up to --to)')
    .option('--to <day>', 'last day (default: today)')
    .addOption(
      new Option('--interval <interval>').choices(['total', 'day', 'week', 'month']).default('total'),
    )
    .option('--csv', 'print CSV')
    .addHelpText('after', '\nExample:\n  $ reftally totals --from 2026-05-01 --to 2026-05-31 --csv > may.csv')
    .action(showTotals);
}

async function showTotals(flags: Flags): Promise<void> {
  const client = await Client.open(flags);
  const query = new URLSearchParams({ interval: flags.interval });
  for (const name of ['site', 'from', 'to'] as const) if (flags[name]) query.set(name, flags[name]);
  if (flags.partner) query.set('partner', (await findPartner(client, flags.partner, flags.site)).id);
  if (flags.csv) {
    process.stdout.write(await client.text('GET', `totals?${query}&format=csv`));
    return;
  }
  const totals = await client.ask(answers.totals, 'GET', `totals?${query}`);
  print(flags, totals, `${totals.from} to ${totals.to}, ${totals.timeZone}\n${tableOf(totals)}`);
}

function tableOf({ totals }: Totals): string {
  const names = [
    'name',
    'code',
    'period',
    'clicks',
    'visitors',
    'signups',
    'purchases',
    'revenue',
    'held',
    'payable',
    'paid',
  ];
  const rows = totals.map((row) => [
    row.name,
    row.code,
    row.period ?? '',
    ...[row.clicks, row.visitors, row.signups, row.purchases].map(String),
    ...[row.revenue, row.commission.held, row.commission.payable, row.commission.paid].map(moneyText),
  ]);
  return formatTable(names, rows);
}
