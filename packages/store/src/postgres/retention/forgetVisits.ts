import { forgottenAt } from '../../file/forgottenAt.js';
import type { Retention } from '../../file/Retention.js';
import type { Connections } from '../connect.js';
import { read } from '../read.js';
import { forgetEvents } from './forgetEvents.js';
import { forgetFacts } from './forgetFacts.js';
import { forgetTouches } from './forgetTouches.js';
import { readForgotten } from './readForgotten.js';
import { retentionSql } from './retentionSql.js';

/**
 * Deletes what nobody can see any more, a little at each step, and then says what must not be seen from now on: that is deleted the next time, half an
 * hour later or more, when whoever decides still without knowing has come to an end. Totals, conversions, orders and ledgers stay as they are.
 */
export async function* forgetVisits(
  connections: Connections,
  retention: Retention,
): AsyncGenerator<void, void> {
  const sites = await readForgotten(connections);
  for (const { site, forgotten } of sites) {
    if (!forgotten) continue;
    yield* forgetEvents(connections, site.id, forgotten);
    yield* forgetTouches(connections, site.id, forgotten);
  }
  yield* forgetFacts(connections, sites);
  for (const { site, forgotten } of sites) {
    const next = forgottenAt(forgotten ? { site, forgotten } : { site }, retention.days, retention.now);
    if (next) await read(connections, retentionSql.remember, [site.id, next.ids, next.touches]);
  }
}
