import { Command } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findSite } from './findSite.js';
import { formatTable } from './formatTable.js';
import { listAll } from './listAll.js';
import { print } from './print.js';
import { type CustomerLine, readCustomers } from './readCustomers.js';

type Flags = Connection & { json?: boolean; site?: string };
type Invalid = { line: number; customerId: string | null; message: string };
type Summary = { new: number; known: number; invalid: Invalid[] };

/** How many the API takes at once. */
const PIECE = 1000;
/** How many wrong lines are named. */
const SHOWN = 20;

/** `reftally customers import|list` */
export function customersCommand(): Command {
  return new Command('customers')
    .description('whom the shop had before: nobody is credited for them')
    .addCommand(importCommand())
    .addCommand(listCommand());
}

function importCommand(): Command {
  return clientCommand('import')
    .description('tell of existing customers; those who are known already stay as they are')
    .argument('<file>', 'CSV with a column customerId, or .ndjson with {"customerId", "since"?} a line')
    .option('--site <id>', 'the site, when there are several')
    .addHelpText(
      'after',
      `
Example:
  $ reftally customers import customers.csv

Import before the first partner shares a link. Customers whom a partner has brought already are "known" and stay the partner's.`,
    )
    .action(async (file: string, flags: Flags) => {
      const lines = await readCustomers(file);
      const client = await Client.open(flags);
      const { id } = await findSite(client, flags.site);
      const summary = await send(client, id, lines);
      print(flags, summary, describe(summary));
      if (summary.invalid.length > 0) process.exitCode = 1;
    });
}

async function send(client: Client, site: string, lines: readonly CustomerLine[]): Promise<Summary> {
  const summary: Summary = { new: 0, known: 0, invalid: [] };
  for (let start = 0; start < lines.length; start += PIECE) {
    const piece = lines.slice(start, start + PIECE);
    const body = { site, customers: piece.map(({ customer }) => customer) };
    const { results } = await client.ask(answers.customersImport, 'POST', 'customers', body);
    for (const [index, { customerId, status, message = '' }] of results.entries()) {
      if (status === 'invalid') summary.invalid.push({ line: piece[index]?.line ?? 0, customerId, message });
      else summary[status] += 1;
    }
    showProgress(start + piece.length, lines.length);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return summary;
}

/** On the standard error, so that it is in nobody's file. */
function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rImporting: ${done} of ${total}\u001b[K`);
}

function describe({ new: added, known, invalid }: Summary): string {
  const total = added + known + invalid.length;
  const head = `${total} customers: ${added} new, ${known} known before, ${invalid.length} invalid.`;
  const shown = invalid.slice(0, SHOWN).map(({ line, message }) => `  line ${line}: ${message}`);
  const more = invalid.length > SHOWN ? [`  and ${invalid.length - SHOWN} more (--json names all)`] : [];
  return [head, ...shown, ...more].join('\n');
}

function listCommand(): Command {
  return clientCommand('list')
    .description('the customers that were imported, oldest import first')
    .option('--site <id>', 'the site, when there are several')
    .action(async (flags: Flags) => {
      const client = await Client.open(flags);
      const customers = await listAll(client, 'customers', answers.customer, { site: flags.site });
      const rows = customers.map(({ customerId, since = '', importedAt }) => [
        customerId,
        since.slice(0, 10),
        importedAt.slice(0, 10),
      ]);
      print(flags, customers, formatTable(['customer', 'since', 'imported'], rows));
    });
}
