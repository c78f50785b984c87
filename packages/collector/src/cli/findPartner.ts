import type { z } from 'zod';
import { answers } from './answers.js';
import { CliError } from './CliError.js';
import type { Client } from './Client.js';
import { listAll } from './listAll.js';

/** The partner whom somebody at a keyboard means: by id, or by a code as it stands in a link. */
export async function findPartner(
  client: Client,
  named: string,
  site: string | undefined,
): Promise<z.output<typeof answers.partner>> {
  const partners = await listAll(client, 'partners', answers.partner, { site });
  const same = (code: string) => code.toLowerCase() === named.toLowerCase();
  const found = partners.find(({ id, code }) => id === named || same(code));
  if (found) return found;
  const links = await listAll(client, 'links', answers.link, { site });
  const owner = links.find(({ code }) => same(code))?.partner;
  const byLink = partners.find(({ id }) => id === owner);
  if (byLink) return byLink;
  throw new CliError(
    `There is no partner with the id or code "${named}": "reftally partner list" shows them.`,
  );
}
