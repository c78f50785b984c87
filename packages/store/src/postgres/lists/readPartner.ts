import type { Partner } from '@reftally/core';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';

const FIND = namedStatement('partner.byId', 'SELECT body FROM partners WHERE id = $1');

export async function readPartner(connections: Connections, id: string): Promise<Partner | undefined> {
  const [row] = await read<{ body: string }>(connections, FIND, [id]);
  return row && (JSON.parse(row.body) as Partner);
}
