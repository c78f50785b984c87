import type { Retention } from '../../file/Retention.js';
import type { Connections } from '../connect.js';
import { read } from '../read.js';
import { forgetVisits } from './forgetVisits.js';
import { retentionSql } from './retentionSql.js';

/** Half an hour after the last time at the earliest, whoever comes first: forgets visits, until it is stopped. Resolves to whether it was this one. */
export async function careForVisits(
  connections: Connections,
  retention: Retention,
  isStopped: () => boolean,
): Promise<boolean> {
  if (retention.days === 0) return false;
  const [claimed] = await read(connections, retentionSql.claim, [retention.now]);
  if (!claimed) return false;
  for await (const _ of forgetVisits(connections, retention)) if (isStopped()) break;
  return true;
}
