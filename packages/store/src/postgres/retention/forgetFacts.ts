import type { Connections } from '../connect.js';
import { dropPartition } from './dropPartition.js';
import { factTables } from './factTables.js';
import { keepFacts } from './keepFacts.js';
import type { ForgottenSite } from './readForgotten.js';

/** Takes out of the log the visits that all sites have forgotten, a little at each step: a month at once, once all of it is that old. */
export async function* forgetFacts(
  connections: Connections,
  sites: readonly ForgottenSite[],
): AsyncGenerator<void, void> {
  const times = sites.flatMap(({ forgotten }) => forgotten?.ids ?? []);
  if (times.length === 0) return;
  const before = Math.min(...times);
  const { months, other } = await factTables(connections, before);
  yield* keepFacts(connections, other, { before, drop: true });
  for (const month of months) {
    yield* keepFacts(connections, month, { before, drop: false });
    await dropPartition(connections.pool, month);
  }
}
