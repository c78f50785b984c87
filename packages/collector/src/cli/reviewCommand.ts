import { formatAmount } from '@reftally/core';
import { Command, Option } from 'commander';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { formatTable } from './formatTable.js';
import { print } from './print.js';

type ListFlags = Connection & { site?: string; state: string; limit: string; csv?: boolean };
type VerdictFlags = Connection & { note?: string; by?: string };

/** `reftally review list|approve|reject|hold` */
export function reviewCommand(): Command {
  return new Command('review')
    .description('conversions that were flagged, and what you decide about them')
    .addCommand(listCommand())
    .addCommand(
      verdictCommand(
        'approve',
        'approved',
        'pay for it as for any other; after a rejection the money comes back',
      ),
    )
    .addCommand(
      verdictCommand('reject', 'rejected', 'take back all that it has earned; the partner reads the note'),
    )
    .addCommand(
      verdictCommand('hold', 'held', 'pay nothing for it until you decide; the note is for you alone'),
    )
    .addHelpText(
      'after',
      `
What a signal has flagged stays open, and is in no payout, until somebody approves or rejects it. What nobody has
flagged can be held or rejected, too. Every verdict is kept with who, when and why, and a later one comes after it.

  $ reftally review list
  $ reftally review approve 0197f3a1-…
  $ reftally review reject 0197f3a2-… --note "Ordered by the partner" --by Eve`,
    );
}

function listCommand(): Command {
  return clientCommand('list')
    .description('conversions by how they stand, oldest first')
    .addOption(
      new Option('--state <state>', 'how they stand')
        .choices(['open', 'held', 'approved', 'rejected'])
        .default('open'),
    )
    .option('--site <id>', 'the site, when there are several')
    .option('--limit <number>', 'how many', '50')
    .option('--csv', 'print all of them as CSV')
    .action(list);
}

async function list(flags: ListFlags): Promise<void> {
  const { site, state, limit, csv } = flags;
  const client = await Client.open(flags);
  const query = new URLSearchParams({
    state,
    ...(csv ? { format: 'csv' } : { limit }),
    ...(site && { site }),
  });
  if (csv) {
    process.stdout.write(await client.text('GET', `reviews?${query}`));
    return;
  }
  const answer = await client.ask(answers.reviews, 'GET', `reviews?${query}`);
  const rows = answer.reviews.map(
    ({ id, at, type, partnerName, orderId, customerId, commission, flags: seen, review }) => [
      id,
      at.slice(0, 16).replace('T', ' '),
      orderId ?? `${type} of ${customerId}`,
      partnerName ?? '',
      commission ? `${formatAmount(commission)} ${commission.currency}` : '',
      review.history.at(-1)?.note ?? (seen ?? []).map(({ note }) => note).join('; '),
    ],
  );
  const table = formatTable(['conversion', 'at (UTC)', 'of', 'partner', 'earned', 'why'], rows);
  print(flags, answer, `${table}\n${countsText(answer.counts)}`);
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}

function verdictCommand(name: string, verdict: string, description: string): Command {
  return clientCommand(name)
    .description(description)
    .argument('<conversion...>', 'ids, as "reftally review list" and the API give them')
    .option('--note <text>', 'why')
    .option('--by <name>', 'who decides, when it should not just say "operator"')
    .action(async (ids: string[], flags: VerdictFlags) => {
      const { note, by } = flags;
      const client = await Client.open(flags);
      for (const id of ids) {
        const path = `conversions/${encodeURIComponent(id)}/review`;
        const answer = await client.ask(answers.conversion, 'POST', path, { verdict, note, by });
        print(flags, answer, `${answer.id} is ${answer.review.state}. ${answer.explanation}`);
      }
    });
}
