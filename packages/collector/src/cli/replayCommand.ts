import type { Money } from '@reftally/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findSite } from './findSite.js';
import { formatTable } from './formatTable.js';
import { moneyText } from './moneyText.js';
import { onOrOff } from './onOrOff.js';
import { print } from './print.js';
import { readPolicyFile } from './readPolicyFile.js';

type Report = z.output<typeof answers.replay>;
type Flags = Connection & {
  json?: boolean;
  site?: string;
  from?: string;
  to?: string;
  policy?: string;
  model?: string;
  window?: number;
  hold?: number;
  precedence?: string[];
  paysFrom?: string;
  percent?: string;
  newCustomersOnly?: boolean;
};

/** `reftally replay` */
export function replayCommand(): Command {
  return clientCommand('replay')
    .description('what another policy would have made of the history: who would gain, who would lose')
    .option('--site <id>', 'the site, when there are several')
    .addOption(new Option('--model <model>', 'which touch is credited').choices(['last', 'first']))
    .option('--window <days>', 'how old a touch may be', days)
    .option('--hold <days>', 'how long an earning is held', days)
    .option('--precedence <kinds>', 'strongest first, such as coupon,customer,touch', (list) =>
      list.split(','),
    )
    .option('--pays-from <trust>', 'the weakest report that earns: browser, signed or server')
    .option('--percent <percent>', 'commission on every purchase')
    .option('--new-customers-only <on|off>', 'credit only who has not ordered before', onOrOff)
    .option('--policy <file>', 'any of a policy, as JSON (- for the standard input); flags go before it')
    .option('--from <day>', 'compare events from this day on (default: all)')
    .option('--to <day>', 'compare events up to this day')
    .addHelpText(
      'after',
      `
A dry run: nothing changes. Events are decided again in their order, with the partners, links and rules of their time;
what you name here is put over those rules. What was done by hand (payouts, adjustments) is left out.

Examples:
  $ reftally replay --model first --window 60
  $ reftally replay --from 2026-05-01 --policy rules.json --json > report.json`,
    )
    .action(replay);
}

async function replay(flags: Flags): Promise<void> {
  const client = await Client.open(flags);
  const site = await findSite(client, flags.site);
  const { model, window: windowDays, hold: holdDays, precedence, paysFrom, percent } = flags;
  const { newCustomersOnly } = flags;
  const commission = percent === undefined ? undefined : [{ on: 'purchase', percent }];
  const named = { model, windowDays, holdDays, precedence, paysFrom, newCustomersOnly, commission };
  const policy = { ...(flags.policy && (await readPolicyFile(flags.policy))), ...defined(named) };
  const body = { site: site.id, policy, from: flags.from, to: flags.to };
  const report = await client.follow(answers.replay, 'replay', body, showProgress);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  print(flags, report, describe(report));
}

function defined(named: object): object {
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

/** On the standard error, so that it is in nobody's file. */
function showProgress({ done, total }: { done: number; total: number }): void {
  if (!process.stderr.isTTY) return;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  process.stderr.write(`\rReading the history: ${percent} % of ${(total / 1e6).toFixed(1)} MB\u001b[K`);
}

function describe({ conversions, changed, kept, partners, unchanged, examples }: Report): string {
  const older = kept
    ? ` ${kept} older ones stay as they are: the events that would decide them are not kept any more.`
    : '';
  const head = `${conversions} conversions were decided again, ${changed} of them otherwise. Nothing was changed.${older}`;
  if (partners.length === 0) return `${head}\nNobody would gain or lose anything.`;
  const rows = partners.map(({ name, code, partner, before, after, difference }) => [
    name ?? partner,
    code ?? '',
    `${before.conversions} → ${after.conversions}`,
    moneyText(before.commission) || '0',
    moneyText(after.commission) || '0',
    difference.length > 0 ? difference.map(signed).join(', ') : '0',
  ]);
  const table = formatTable(['name', 'code', 'conversions', 'commission', 'would be', 'difference'], rows);
  const others = unchanged > 0 ? `\n${unchanged} other partners would have what they have.` : '';
  return `${head}\n\n${table}${others}\n\nFor example:\n${examples.map(sentenceOf).join('\n')}`;
}

function sentenceOf({ type, orderId, customerId, at, before, after }: Report['examples'][number]): string {
  const what = type === 'purchase' ? `Order ${orderId}` : `Signup of ${customerId}`;
  return `  ${what} (${at.slice(0, 10)}): ${verdict(before)} → ${verdict(after)}`;
}

function verdict({ code, reason, commission, flags = [] }: Report['examples'][number]['before']): string {
  const signals = flags.map(({ signal, holds }) => `, ${holds ? 'held' : 'flagged'}: ${signal}`).join('');
  if (code !== null) return `${code}, ${commission ? moneyText([commission]) : 'nothing'}${signals}`;
  return reason ? `nobody (${reason})` : 'nobody';
}

function signed(money: Money): string {
  return `${money.minor > 0 ? '+' : ''}${moneyText([money])}`;
}

function days(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a number of days, such as 60.');
  return Number(text);
}
