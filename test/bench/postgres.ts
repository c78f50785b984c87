import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres/startPostgres.js';
import { describeMachine } from './describeMachine.js';
import { formatTable } from './formatTable.js';
import { type PostgresProfile, profilePostgres } from './postgres/profilePostgres.js';

// `npm run bench:postgres -- [--seconds N]`: where the time of an event goes on PostgreSQL, in the collector and in the database's processes.

const { values } = parseArgs({ options: { seconds: { type: 'string' } } });
const seconds = Number(values.seconds ?? 10);
const SHOWN = 12;

const settings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
};
const server = await startPostgres({ version: 18, settings });
try {
  const profile = (eventsPerRequest: number) =>
    profilePostgres(server, { eventsPerRequest, warmUpMs: (seconds * 1000) / 2, measureMs: seconds * 1000 });
  const [single, batch] = [await profile(1), await profile(50)];
  console.log(`${describeMachine()}\n`);
  const head = [
    'events a request',
    'events/s',
    'a group',
    'collector, CPU µs',
    'database, CPU µs',
    'WAL, bytes',
  ];
  console.log(`${formatTable(head, [rowOf('1', single), rowOf('50', batch)])}\n`);
  const title = ['statement', 'a group', 'rows', 'µs an event', 'in batches of 50'];
  console.log(formatTable(title, statementRows(single, batch)));
} finally {
  await server.stop();
}

function rowOf(
  name: string,
  { eventsPerSecond, eventsPerGroup, collectorCpu, databaseCpu, wal }: PostgresProfile,
) {
  const numbers = [eventsPerSecond, eventsPerGroup, collectorCpu, databaseCpu, wal];
  return [name, ...numbers.map((number) => Math.round(number).toLocaleString('en-US'))];
}

/** By the clock: a statement that waits for the processor or for a lock waits in these, too. */
function statementRows(single: PostgresProfile, batch: PostgresProfile): string[][] {
  const groups = single.events / single.eventsPerGroup;
  return single.statements.slice(0, SHOWN).map(({ kind, calls, rows, ms }) => {
    const inBatch = batch.statements.find((one) => one.kind === kind)?.ms ?? 0;
    return [
      kind,
      (calls / groups).toFixed(1),
      (rows / calls).toFixed(1),
      ((ms * 1000) / single.events).toFixed(1),
      ((inBatch * 1000) / batch.events).toFixed(1),
    ];
  });
}
