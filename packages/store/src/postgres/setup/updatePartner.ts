import type { Partner } from '@reftally/core';
import { NotFoundError } from '../../NotFoundError.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { once } from '../once.js';

const LOCK = namedStatement('partner.lock', 'SELECT body FROM partners WHERE id = $1 FOR UPDATE');
const SET = namedStatement(
  'partner.set',
  'UPDATE partners SET code = $2, name = $3, body = $4 WHERE id = $1',
);

/** Changes a partner and resolves to what it has become. Rejects with a `NotFoundError`. */
export function updatePartner(
  connections: Connections,
  id: string,
  change: (partner: Partner) => Partner,
): Promise<Partner> {
  return once(connections, async (transaction) => {
    const [row] = await transaction.ask<{ body: string }>(LOCK, [id]);
    if (!row) throw new NotFoundError(`There is no partner with the id ${id}`);
    const partner = JSON.parse(row.body) as Partner;
    const { site, createdAt } = partner;
    const changed = { ...change(partner), id, site, createdAt };
    await transaction.ask(SET, [id, changed.code, changed.name, JSON.stringify(changed)]);
    await addFact(transaction, site, { partner: changed });
    return changed;
  });
}
