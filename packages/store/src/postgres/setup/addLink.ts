import type { Link } from '@reftally/core';
import { NotFoundError } from '../../NotFoundError.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { noSite } from '../noSite.js';
import { once } from '../once.js';
import { addLinkRow } from './addLinkRow.js';

const OWNER = namedStatement(
  'link.owner',
  'SELECT p.id AS partner FROM sites AS s LEFT JOIN partners AS p ON p.site = s.id AND p.id = $2 WHERE s.id = $1',
);

/** Rejects with a `NotFoundError` without its site or partner, with a `ConflictError` when the code is taken. */
export function addLink(connections: Connections, link: Link): Promise<void> {
  const { site, partner } = link;
  return once(connections, async (transaction) => {
    const [owner] = await transaction.ask<{ partner: string | null }>(OWNER, [site, partner]);
    if (!owner) throw noSite(site);
    if (owner.partner === null) {
      throw new NotFoundError(`The site ${site} has no partner with the id ${partner}`);
    }
    await addLinkRow(transaction, link);
    await addFact(transaction, site, { link });
  });
}
