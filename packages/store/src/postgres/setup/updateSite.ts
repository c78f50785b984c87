import type { Site } from '@reftally/core';
import { ConflictError } from '../../ConflictError.js';
import { addFact } from '../addFact.js';
import type { Connections } from '../connect.js';
import { isTaken } from '../isTaken.js';
import { namedStatement } from '../namedStatement.js';
import { noSite } from '../noSite.js';
import { once } from '../once.js';

const LOCK = namedStatement('site.lock', 'SELECT body FROM sites WHERE id = $1 FOR UPDATE');
const SET = namedStatement(
  'site.set',
  'UPDATE sites SET public_key = $2, secret_hash = $3, body = $4 WHERE id = $1',
);

/** Changes a site and resolves to what it has become. Rejects with a `NotFoundError`, or with a `ConflictError` when the public key is taken. */
export async function updateSite(
  connections: Connections,
  id: string,
  change: (site: Site) => Site,
): Promise<Site> {
  try {
    return await once(connections, async (transaction) => {
      const [row] = await transaction.ask<{ body: string }>(LOCK, [id]);
      if (!row) throw noSite(id);
      const site = JSON.parse(row.body) as Site;
      const { createdAt } = site;
      const changed = { ...change(site), id, createdAt };
      await transaction.ask(SET, [id, changed.publicKey, changed.secretHash, JSON.stringify(changed)]);
      await addFact(transaction, id, { site: changed });
      return changed;
    });
  } catch (error) {
    throw isTaken(error) ? new ConflictError('Another site has this public key') : error;
  }
}
