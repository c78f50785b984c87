import type { Connections } from '../postgres/connect.js';
import { describeAddress } from '../postgres/describeAddress.js';
import { namedStatement as sql } from '../postgres/namedStatement.js';
import { openMigrated } from '../postgres/openMigrated.js';
import { refuseHalfCopiedDatabase } from '../postgres/refuseHalfCopiedDatabase.js';
import { readForgotten } from '../postgres/retention/readForgotten.js';
import { snapshot } from '../postgres/snapshot.js';
import { StartError } from '../StartError.js';
import type { CopiedFacts, CopySource } from './CopySource.js';
import { firstFactHash } from './firstFactHash.js';
import { summaryOfDatabase } from './summaryOfDatabase.js';

/** So many numbers of the sequence at once. */
const PAGE = 2_000;
const END = sql('copy.end', 'SELECT last_value AS seq FROM fact_places');
const SITES = sql('copy.logs', "SELECT id FROM sites UNION ALL SELECT '' AS id");
const FIRST = sql(
  'copy.first',
  'SELECT f.body FROM facts AS f WHERE f.site = $1 AND f.seq > 0 ORDER BY f.seq LIMIT 1',
);
const FIRST_SITE = sql('copy.firstSite', 'SELECT id FROM sites ORDER BY created_at, id LIMIT 1');
const READ = sql(
  'copy.read',
  'SELECT seq, at, body FROM facts WHERE site = ANY($1::text[]) AND seq > $2 AND seq <= $3 ORDER BY seq',
);
const COUNT = sql('copy.facts', 'SELECT count(*) AS n FROM facts');

type Row = { seq: number; at: number; body: string };

/** Connects to a database to copy it. `now` in ms is that of its summary. Rejects with a `StartError`. */
export function openPostgresSource(url: string, now: number): Promise<CopySource> {
  return openMigrated(url, async (connections) => {
    const name = describeAddress(url);
    await refuseHalfCopiedDatabase(connections);
    await refuseForgotten(connections, name);
    return {
      id: firstFactHash('postgres', name, await firstFact(connections)),
      name,
      read: (place) => readFacts(connections, place),
      countFacts: async () => (await ask<{ n: number }>(connections, COUNT))[0]?.n,
      summary: () => summaryOfDatabase(connections, now),
      close: () => connections.pool.end(),
    };
  });
}

/** A copy is made of facts, and those of visits are gone, or about to go. */
async function refuseForgotten(connections: Connections, name: string): Promise<void> {
  const sites = await readForgotten(connections);
  if (sites.every(({ forgotten }) => forgotten === undefined)) return;
  throw new StartError(
    `${name} forgets visits (--retention-days), and what is left of its log cannot be copied into another store: move it with pg_dump`,
  );
}

function ask<Row extends object>(connections: Connections, statement: typeof END, values: unknown[] = []) {
  return snapshot(connections, (transaction) => transaction.ask<Row>(statement, values));
}

/** Of the oldest site: its first fact is what made it. */
async function firstFact(connections: Connections): Promise<string | undefined> {
  const [site] = await ask<{ id: string }>(connections, FIRST_SITE);
  const [fact] = site ? await ask<{ body: string }>(connections, FIRST, [site.id]) : [];
  return fact?.body;
}

/** A place is the number of the fact that was read last. Those of all sites in one order, for one may be given what another had. */
async function* readFacts(
  connections: Connections,
  [after = 0]: readonly number[] = [],
): AsyncGenerator<CopiedFacts, void> {
  const sites = (await ask<{ id: string }>(connections, SITES)).map(({ id }) => id);
  const [end] = await ask<{ seq: number }>(connections, END);
  const last = end?.seq ?? 0;
  for (let from = after; from < last; from += PAGE) {
    const to = Math.min(from + PAGE, last);
    const rows = await ask<Row>(connections, READ, [sites, from, to]);
    const facts = rows.map(({ at, body }) => ({ at, body }));
    if (facts.length > 0) yield { facts, place: [to], share: to / last };
  }
}
