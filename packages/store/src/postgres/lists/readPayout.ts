import type { Payout } from '@reftally/core';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';

const FIND = namedStatement('payout.byId', 'SELECT body FROM payouts WHERE site = $1 AND id = $2');

export async function readPayout(
  connections: Connections,
  site: string,
  id: string,
): Promise<Payout | undefined> {
  const [row] = await read<{ body: string }>(connections, FIND, [site, id]);
  return row && (JSON.parse(row.body) as Payout);
}
