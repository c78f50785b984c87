import type { Command } from 'commander';
import type { z } from 'zod';
import { answers } from './answers.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findSite } from './findSite.js';
import { print } from './print.js';

type Flags = Connection & { site?: string; sri?: boolean; stub?: boolean; nonce?: string };

/** `reftally snippet` */
export function snippetCommand(): Command {
  return clientCommand('snippet')
    .description('what to put into the pages of a site, and what their Content-Security-Policy has to allow')
    .option('--site <id>', 'the site, when there are several')
    .option('--sri', 'pin this version of the script by its hash (Subresource Integrity)')
    .option('--stub', 'with the inline stub, so that calls made before the script has loaded are kept')
    .option('--nonce <value>', "for a policy that goes by nonces: your template's placeholder for it")
    .addHelpText(
      'after',
      `
Examples:
  $ reftally snippet --site shop
  $ reftally snippet --site shop --sri --stub
  $ reftally snippet --site shop --nonce '{{ csp_nonce }}'

A pinned tag stays at its version when the collector is upgraded: put the new one into the pages then.
Where the script and the events have a path of their own (reftally serve --script-path, --collect-path), these are in it.`,
    )
    .action(async (flags: Flags) => {
      const client = await Client.open(flags);
      const { id } = await findSite(client, flags.site);
      const snippet = await client.ask(answers.snippet, 'GET', `sites/${id}/snippet?${queryOf(flags)}`);
      print(flags, snippet, describe(snippet, flags));
    });
}

function queryOf({ sri, stub, nonce }: Flags): URLSearchParams {
  return new URLSearchParams({
    ...(sri && { sri: 'true' }),
    ...(stub && { stub: 'true' }),
    ...(nonce !== undefined && { nonce }),
  });
}

function describe({ html, csp, version }: z.output<typeof answers.snippet>, { sri }: Flags): string {
  const pinned = sri ? `, which is version ${version} until you change it` : '';
  return [
    `Put this into the head of every page${pinned}:\n`,
    html,
    '\nWhere pages have a Content-Security-Policy, add to it:\n',
    ...csp,
  ].join('\n');
}
