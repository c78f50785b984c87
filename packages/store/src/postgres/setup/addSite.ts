import type { Site } from '@reftally/core';
import { ConflictError } from '../../ConflictError.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { once } from '../once.js';

const ADD = namedStatement(
  'site.add',
  `INSERT INTO sites (id, public_key, secret_hash, created_at, body) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING RETURNING id`,
);
const SAME = namedStatement('site.same', 'SELECT id FROM sites WHERE id = $1');

/** Rejects with a `ConflictError` when the id or the public key is taken. */
export function addSite(connections: Connections, site: Site): Promise<void> {
  const { id, publicKey, secretHash, createdAt } = site;
  return once(connections, async (transaction) => {
    const values = [id, publicKey, secretHash, createdAt, JSON.stringify(site)];
    const [added] = await transaction.ask(ADD, values);
    if (!added) {
      const [same] = await transaction.ask(SAME, [id]);
      throw new ConflictError(
        same ? `A site with the id ${id} is there already` : 'Another site has this public key',
      );
    }
    await addFact(transaction, id, { site });
  });
}
