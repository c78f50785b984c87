import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';

/** What totals show of a partner. */
export type NamedPartner = { id: string; code: string; name: string };

const ALL = namedStatement('readTotals.partners', 'SELECT id, code, name FROM partners WHERE site = $1');
const ONE = namedStatement(
  'readTotals.partner',
  'SELECT id, code, name FROM partners WHERE site = $1 AND id = $2',
);

/** The partners of a site, or the one that is asked for. */
export function readNamed(
  { ask }: Transaction,
  site: string,
  partner: string | undefined,
): Promise<NamedPartner[]> {
  return partner === undefined ? ask(ALL, [site]) : ask(ONE, [site, partner]);
}
