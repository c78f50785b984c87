import { parseFact } from '../file/parseFact.js';
import { applyFacts } from '../postgres/apply/applyFacts.js';
import type { DecidedFact } from '../postgres/apply/DecidedFact.js';
import { timeOfFact } from '../postgres/apply/timeOfFact.js';
import type { Connections } from '../postgres/connect.js';
import { copySql } from '../postgres/copySql.js';
import { describeAddress } from '../postgres/describeAddress.js';
import { openMigrated } from '../postgres/openMigrated.js';
import { query } from '../postgres/query.js';
import { retryTransaction } from '../postgres/retryTransaction.js';
import { makePartitions } from '../postgres/upkeep/makePartitions.js';
import { StartError } from '../StartError.js';
import type { CopiedFact } from './CopiedFact.js';
import type { CopyMark } from './CopyMark.js';
import type { CopyTarget } from './CopyTarget.js';
import { summaryOfDatabase } from './summaryOfDatabase.js';

type Row = Omit<CopyMark, 'place'> & { place: string };

/** Connects to a database in which there is nothing, or in which a copy was begun, to fill it. Rejects with a `StartError`. */
export function openPostgresTarget(url: string): Promise<CopyTarget> {
  return openMigrated(url, async (connections) => {
    const { pool, prepare } = connections;
    const name = describeAddress(url);
    const [row] = await query<Row>(pool, prepare, copySql.find);
    const mark = row && { ...row, place: JSON.parse(row.place) as number[] };
    if (!mark) await checkEmpty(connections, name);
    return targetOf(connections, name, mark);
  });
}

async function checkEmpty({ pool, prepare }: Connections, name: string): Promise<void> {
  const [row] = await query<{ filled: boolean }>(pool, prepare, copySql.isFilled);
  if (row?.filled) throw new StartError(`${name} is not empty: copy into an empty database`);
}

function targetOf(connections: Connections, name: string, begun: CopyMark | undefined): CopyTarget {
  const { pool, prepare } = connections;
  let done = begun?.facts ?? 0;
  let at = 0;
  const months = new Set<string>();
  return {
    name,
    mark: begun,
    async begin({ source, place, facts, events }) {
      const values = [source, JSON.stringify(place), facts, events];
      const [row] = await query(pool, prepare, copySql.begin, values);
      if (!row) throw anotherCopy(name);
    },
    async add(facts, mark) {
      const decided = facts.map((fact) => {
        const one = decidedOf(fact, at);
        at = one.at;
        return one;
      });
      await makeMonths(connections, decided, months);
      await addFacts(connections, name, decided, { from: done, mark });
      done = mark.facts;
    },
    summary: (now) => summaryOfDatabase(connections, now),
    async finish(mark) {
      await query(pool, prepare, copySql.set, valuesOf(mark));
    },
    close: () => pool.end(),
  };
}

/** What does not tell when it was committed, as most of what is set up, was so no sooner than what is before it. */
function decidedOf({ body, at }: CopiedFact, before: number): DecidedFact {
  const fact = parseFact(body);
  if (!fact) throw new StartError(`A fact of the source cannot be read: ${body.slice(0, 80)}`);
  const own = timeOfFact(fact) ?? before;
  return { fact, body, at: at ?? ('outcome' in fact ? own : Math.max(own, before)) };
}

/** The log's partitions of the months in which it all happened, so that they can be dropped one by one as those to come. */
async function makeMonths(
  { pool }: Connections,
  facts: readonly DecidedFact[],
  known: Set<string>,
): Promise<void> {
  for (const { at } of facts) {
    const month = new Date(at).toISOString().slice(0, 7);
    if (known.has(month)) continue;
    await makePartitions(pool, at);
    known.add(month);
  }
}

/** A commit whose answer was lost has set how many there are. */
function addFacts(
  connections: Connections,
  name: string,
  facts: readonly DecidedFact[],
  { from, mark }: { from: number; mark: CopyMark },
): Promise<void> {
  return retryTransaction(connections, async (run) => {
    const [row] = await run<{ facts: number }>(copySql.lock);
    if (row?.facts === mark.facts) return { value: undefined };
    if (row?.facts !== from) throw anotherCopy(name);
    await applyFacts(run, facts);
    return { value: undefined, writes: [run(copySql.set, ...valuesOf(mark))] };
  });
}

function valuesOf({ place, facts, events, finished }: CopyMark): unknown[] {
  return [JSON.stringify(place), facts, events, finished];
}

function anotherCopy(name: string): StartError {
  return new StartError(`Another copy into ${name} is under way: let it finish, and run this one again`);
}
