import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';

/** What totals show of a partner. */
export type NamedPartner = { id: string; code: string; name: string };

type Columns = { ids: string[] | null; codes: string[] | null; names: string[] | null };

/** One list a column: the driver takes five times as long for as many rows. */
const COLUMNS = 'SELECT json_agg(id) AS ids, json_agg(code) AS codes, json_agg(name) AS names FROM partners';
const ALL = namedStatement('readTotals.partners', `${COLUMNS} WHERE site = $1`);
const ONE = namedStatement('readTotals.partner', `${COLUMNS} WHERE site = $1 AND id = $2`);

/** The partners of a site, or the one that is asked for. */
export async function readNamed(
  { ask }: Transaction,
  site: string,
  partner: string | undefined,
): Promise<NamedPartner[]> {
  const asked = partner === undefined ? ask<Columns>(ALL, [site]) : ask<Columns>(ONE, [site, partner]);
  const [{ ids, codes, names } = { ids: null, codes: null, names: null }] = await asked;
  return (ids ?? []).map((id, index) => ({ id, code: codes?.[index] ?? '', name: names?.[index] ?? '' }));
}
