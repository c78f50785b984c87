import type { ChainedEntry } from '@reftally/core';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';

const CHAIN = namedStatement(
  'ledger.chain',
  `SELECT l.body FROM partners AS p JOIN ledger AS l ON l.site = p.site AND l.partner = p.id
    WHERE p.id = $1 ORDER BY l.seq`,
);

/** A partner's whole chain, oldest first. */
export async function readChain(connections: Connections, partner: string): Promise<ChainedEntry[]> {
  const rows = await read<{ body: string }>(connections, CHAIN, [partner]);
  return rows.map(({ body }) => JSON.parse(body) as ChainedEntry);
}
