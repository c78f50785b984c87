import { lookup, resolveCname } from 'node:dns/promises';
import type { Command } from 'commander';
import { diagnose } from '../doctor/diagnose.js';
import type { Finding } from '../doctor/Finding.js';
import { makePatient } from '../doctor/makePatient.js';
import type { Patient } from '../doctor/Patient.js';
import type { World } from '../doctor/World.js';
import { answers } from './answers.js';
import { CliError } from './CliError.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findSite } from './findSite.js';
import { print } from './print.js';

type Flags = Connection & { site?: string; shop?: string };

const world: World = {
  fetch,
  addresses: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  aliases: (host) => resolveCname(host),
};

/** `reftally doctor` */
export function doctorCommand(): Command {
  return clientCommand('doctor')
    .description('look at a shop and its collector from outside: what works, what does not, and what to do')
    .option('--site <id>', 'the site, when there are several')
    .option('--shop <url>', 'a page of the shop (default: where referral links lead)')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally doctor --site shop
  $ reftally doctor --site shop --shop https://www.shop.example/cart --json

Looks whether the script arrives intact, the page has the tag and lets it work, events pass and those of strangers do not, and
whether Safari will keep the cookie. Nothing is counted: what it sends as an event is invalid on purpose.
Run it from outside of your own network, at the address that shoppers use: reftally serve --public-url.
Exit code 1 when something fails; a warning is something that works, but not for everybody or not for as long.`,
    )
    .action(async (flags: Flags) => {
      const client = await Client.open(flags);
      const patient = await patientOf(client, flags);
      const findings = await diagnose(patient, world);
      const { site, shop, script, endpoint } = patient;
      print(flags, { site, shop, script, endpoint, findings }, report(findings));
      if (findings.some(({ status }) => status === 'fail')) process.exitCode = 1;
    });
}

async function patientOf(client: Client, flags: Flags): Promise<Patient> {
  const site = await findSite(client, flags.site);
  const path = `sites/${encodeURIComponent(site.id)}/snippet`;
  const current = await client.ask(answers.snippet, 'GET', path);
  const pinned = await client.ask(answers.snippet, 'GET', `${path}?sri=true`);
  return makePatient(site, { current, pinned }, pageOf(flags.shop ?? site.landingUrl));
}

function pageOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).href;
  throw new CliError('--shop: expected the address of a page, such as "https://shop.example/".');
}

function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ status, check, says, next }) => [
    `${status}  ${check.padEnd(width)}  ${says}`,
    ...(next === undefined ? [] : [`${' '.repeat(width + 8)}→ ${next}`]),
  ]);
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const sum = `${count('pass')} pass, ${count('warn')} warn, ${count('fail')} fail. Nothing was counted: the events sent were invalid on purpose.`;
  return [...lines, '', sum].join('\n');
}
