import { Command, InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { formatTable } from './formatTable.js';
import { listAll } from './listAll.js';
import { onOrOff } from './onOrOff.js';
import { print } from './print.js';
import { printWarnings } from './printWarnings.js';
import { readPolicyFile } from './readPolicyFile.js';

type Site = z.output<typeof answers.site>;

type SiteFlags = {
  name?: string;
  origin?: string[];
  landing?: string;
  currency?: string[];
  timeZone?: string;
  model?: string;
  windowDays?: number;
  holdDays?: number;
  paysFrom?: string;
  percent?: string;
  newCustomersOnly?: boolean;
  policy?: string;
  cookie?: string;
  cookieDomain?: string;
  cookieDays?: number;
  credentials?: boolean;
  gpc?: string;
  payerName?: string;
  payerIban?: string;
  payerBic?: string;
};

/** `reftally site add|list|show|set|rotate-key|rotate-signing-secret` */
export function siteCommand(): Command {
  return new Command('site')
    .description('the shops that use this collector')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(setCommand())
    .addCommand(rotateCommand())
    .addCommand(rotateSigningCommand());
}

function withSiteFlags(command: Command): Command {
  return command
    .option('--name <name>', 'what people call it')
    .option('--origin <origin...>', "origins that may send events (default: the landing page's)")
    .option('--landing <url>', 'where referral links lead')
    .option('--currency <code...>', 'the currencies it sells in, such as EUR')
    .option('--time-zone <zone>', 'whose days the totals are kept by, such as Europe/Berlin')
    .option('--model <model>', 'which touch is credited: last or first')
    .option('--window-days <days>', 'how old a touch may be', wholeNumber)
    .option('--hold-days <days>', 'how long an earning is held', wholeNumber)
    .option('--pays-from <trust>', 'the weakest report that earns: browser, signed or server')
    .option('--percent <percent>', 'commission on every purchase, such as 20')
    .option('--new-customers-only <on|off>', 'credit only who has not ordered before', onOrOff)
    .option('--policy <file>', 'any of a policy, as JSON (- for the standard input); flags go before it')
    .option('--cookie <name>', 'name of the cookie that remembers a referral (_rt)')
    .option(
      '--cookie-domain <domain>',
      "its domain: auto, none (the page's host alone), or one of the shop's",
    )
    .option('--cookie-days <days>', 'how long it is kept (90); what counts is --window-days', wholeNumber)
    .option('--credentials <on|off>', "send it to a collector on another host of the shop's domain", onOrOff)
    .option('--payer-name <name>', 'the account from which partners are paid, for SEPA files: its owner')
    .option('--payer-iban <iban>', 'its IBAN')
    .option('--payer-bic <bic>', 'its BIC, if the bank asks for one')
    .option('--gpc <meaning>', 'Global Privacy Control: respect (no id, no storage), deny or ignore');
}

function addCommand(): Command {
  return withSiteFlags(clientCommand('add'))
    .description('add a site and show its keys; the secret one is shown only now')
    .argument('<id>', 'a short name, such as "shop"')
    .addHelpText(
      'after',
      `
Example:
  $ reftally site add shop --landing https://shop.example/ --currency EUR --time-zone Europe/Berlin --percent 20`,
    )
    .action(async (id: string, flags: SiteFlags & Connection) => {
      const body = { id, ...(await bodyOf(flags)) };
      const client = await Client.open(flags);
      const site = await client.ask(answers.site, 'POST', 'sites', body);
      const { html } = await client.ask(answers.snippet, 'GET', `${pathOf(id)}/snippet`);
      print(flags, site, `${describe(site)}\n\nPut this into its pages:\n  ${html}`);
      printWarnings(site);
    });
}

function listCommand(): Command {
  return clientCommand('list')
    .description('all sites')
    .action(async (flags: Connection) => {
      const sites = await listAll(await Client.open(flags), 'sites', answers.site);
      const rows = sites.map(({ id, name, landingUrl, currencies }) => [
        id,
        name,
        landingUrl,
        currencies.join(' '),
      ]);
      print(flags, sites, formatTable(['id', 'name', 'landing page', 'currencies'], rows));
    });
}

function showCommand(): Command {
  return clientCommand('show')
    .description('everything about a site but its secret key')
    .argument('<id>')
    .action(async (id: string, flags: Connection) => {
      const site = await (await Client.open(flags)).ask(answers.site, 'GET', pathOf(id));
      print(flags, site, describe(site));
    });
}

function setCommand(): Command {
  return withSiteFlags(clientCommand('set'))
    .description('change a site; what is not named stays')
    .argument('<id>')
    .addHelpText(
      'after',
      '\nExample:\n  $ reftally site set shop --window-days 60 --percent 15\n  $ reftally site set shop --policy rules.json',
    )
    .action(async (id: string, flags: SiteFlags & Connection) => {
      const { origins, ...body } = await bodyOf(flags);
      const change = { ...body, ...(flags.origin && { origins }) };
      const site = await (await Client.open(flags)).ask(answers.site, 'PATCH', pathOf(id), change);
      print(flags, site, describe(site));
      printWarnings(site);
    });
}

function rotateCommand(): Command {
  return clientCommand('rotate-key')
    .description('replace the secret key; the old one stops working at once')
    .argument('<id>')
    .action(async (id: string, flags: Connection) => {
      const site = await (await Client.open(flags)).ask(answers.site, 'POST', `${pathOf(id)}/rotate-key`, {});
      print(flags, site, `New secret key, shown only now: ${site.secretKey}`);
    });
}

function rotateSigningCommand(): Command {
  return clientCommand('rotate-signing-secret')
    .description('make the secret with which the shop signs purchases; the old one stops working at once')
    .argument('<id>')
    .action(async (id: string, flags: Connection) => {
      const path = `${pathOf(id)}/rotate-signing-secret`;
      const site = await (await Client.open(flags)).ask(answers.site, 'POST', path, {});
      print(flags, site, `New signing secret, shown only now: ${site.signingSecret}`);
    });
}

async function bodyOf(flags: SiteFlags) {
  const { name, origin, landing, currency, timeZone, model, windowDays, holdDays, paysFrom, percent } = flags;
  const { newCustomersOnly, cookie, cookieDomain, cookieDays: days, credentials, gpc } = flags;
  const payer = { name: flags.payerName, iban: flags.payerIban, bic: flags.payerBic };
  const tag = { cookie, cookieDomain, days, credentials, gpc };
  const commission = percent === undefined ? undefined : [{ on: 'purchase', percent }];
  // The version that `site show` gives is counted by the collector.
  const { version: _, ...told }: { version?: unknown } = flags.policy
    ? await readPolicyFile(flags.policy)
    : {};
  const named = { model, windowDays, holdDays, paysFrom, newCustomersOnly, commission };
  const policy = {
    ...told,
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
  };
  return {
    name,
    origins: origin ?? originsOf(landing),
    landingUrl: landing,
    currencies: currency,
    timeZone,
    ...(isGiven(policy) && { policy }),
    ...(isGiven(tag) && { tag }),
    ...(isGiven(payer) && { payer }),
  };
}

function isGiven(part: object): boolean {
  return Object.values(part).some((value) => value !== undefined);
}

function originsOf(landing: string | undefined): string[] | undefined {
  return landing !== undefined && URL.canParse(landing) ? [new URL(landing).origin] : undefined;
}

function pathOf(id: string): string {
  return `sites/${encodeURIComponent(id)}`;
}

function describe({
  id,
  name,
  publicKey,
  secretKey,
  origins,
  landingUrl,
  currencies,
  timeZone,
  policy,
  tag,
}: Site): string {
  const lines: [string, string][] = [
    ['site', id],
    ['name', name],
    ['public key', publicKey],
    ...(secretKey === undefined
      ? []
      : ([['secret key', `${secretKey} (shown only now)`]] as [string, string][])),
    ['origins', origins.join(' ')],
    ['landing page', landingUrl],
    ['currencies', currencies.join(' ')],
    ['time zone', timeZone],
    ['policy', JSON.stringify(policy)],
    ['tag', JSON.stringify(tag)],
  ];
  return lines.map(([label, value]) => `${label.padEnd(12)} ${value}`).join('\n');
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected a whole number.');
}
