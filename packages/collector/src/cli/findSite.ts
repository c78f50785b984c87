import type { z } from 'zod';
import { answers } from './answers.js';
import { CliError } from './CliError.js';
import type { Client } from './Client.js';
import { listAll } from './listAll.js';

/** The site that is named, or the only one that there is. */
export async function findSite(
  client: Client,
  id: string | undefined,
): Promise<z.output<typeof answers.site>> {
  if (id !== undefined) return client.ask(answers.site, 'GET', `sites/${encodeURIComponent(id)}`);
  const [only, second] = await listAll(client, 'sites', answers.site);
  if (only && !second) return only;
  throw new CliError(
    only
      ? 'There are several sites: name one with --site; "reftally site list" shows them.'
      : 'There is no site yet: "reftally site add" makes one.',
  );
}
