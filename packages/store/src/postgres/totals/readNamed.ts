import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';

/** What totals show of a partner. */
export type NamedPartner = { id: string; code: string; name: string };

type Columns = { ids: string | null; codes: string | null; names: string[] | null };

/** One list a column: the driver takes five times as long for as many rows. In a name there may be anything; ids and codes are of one line. */
const COLUMNS = String.raw`SELECT string_agg(id, E'\n') AS ids, string_agg(code, E'\n') AS codes, json_agg(name) AS names FROM partners`;
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
  if (ids === null || codes === null) return [];
  const codeOf = codes.split('\n');
  return ids.split('\n').map((id, index) => ({ id, code: codeOf[index] ?? '', name: names?.[index] ?? '' }));
}
