import type { Link, Partner } from '@reftally/core';
import { ConflictError } from '../../ConflictError.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { noSite } from '../noSite.js';
import { once } from '../once.js';
import { addLinkRow } from './addLinkRow.js';

const HAS_SITE = namedStatement('partner.site', 'SELECT id FROM sites WHERE id = $1');
const ADD = namedStatement(
  'partner.add',
  `INSERT INTO partners (id, site, code, name, created_at, body) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING RETURNING id`,
);

/** A partner with its first link. Rejects with a `NotFoundError` without its site, with a `ConflictError` when id or code is taken. */
export function addPartner(connections: Connections, partner: Partner, link: Link): Promise<void> {
  const { id, site, code, name, createdAt } = partner;
  return once(connections, async (transaction) => {
    const [known] = await transaction.ask(HAS_SITE, [site]);
    if (!known) throw noSite(site);
    const values = [id, site, code, name, createdAt, JSON.stringify(partner)];
    const [added] = await transaction.ask(ADD, values);
    if (!added) throw new ConflictError(`A partner with the id ${id} is there already`);
    await addLinkRow(transaction, link);
    await addFact(transaction, site, { partner, link });
  });
}
