import { NotFoundError } from '../../NotFoundError.js';
import type { Run } from '../Run.js';
import type { PartialSite } from '../record/PartialSite.js';
import { partialSiteOf } from '../record/partialSiteOf.js';
import { bySiteSql } from './bySiteSql.js';

/** A site, of which nothing more is loaded. Rejects with a `NotFoundError`. */
export async function loadSite(run: Run, id: string): Promise<PartialSite> {
  const [row] = await run<{ body: string }>(bySiteSql.site, id);
  if (!row) throw new NotFoundError(`There is no site with the id ${id}`);
  return partialSiteOf(JSON.parse(row.body));
}
