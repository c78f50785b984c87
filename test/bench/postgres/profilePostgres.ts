import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { PostgresServer } from '../../postgres/PostgresServer.js';
import { cpuTime } from '../cpuTime.js';
import type { LoadSpec } from '../LoadSpec.js';
import { runLoadProcess } from '../runLoadProcess.js';
import { startIngest } from '../startIngest.js';
import { toSample } from '../toSample.js';
import { readStatements } from './readStatements.js';
import type { StatementCost } from './StatementCost.js';

/** What recording costs. CPU times in µs an event, WAL in bytes an event. */
export type PostgresProfile = {
  eventsPerSecond: number;
  eventsPerGroup: number;
  collectorCpu: number;
  databaseCpu: number;
  wal: number;
  events: number;
  statements: StatementCost[];
};

/** How many events a request has, and how long it warms up and is measured (ms). */
export type ProfileOptions = { eventsPerRequest: number; warmUpMs: number; measureMs: number };

/** Measures one collector on a new database, with the CPU time of the database's processes. The server has to keep statistics of statements. */
export async function profilePostgres(
  server: PostgresServer,
  { eventsPerRequest, warmUpMs, measureMs }: ProfileOptions,
): Promise<PostgresProfile> {
  const database = await server.createDatabase();
  const collector = await startIngest({ folder: 'unused', rateLimit: 1e9, database });
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const load = (ms: number): LoadSpec => ({
    port: collector.port,
    pid: collector.pid,
    path: '/e',
    contentType: 'text/plain;charset=UTF-8',
    expectStatus: 200,
    expectRows: true,
    connections: 64,
    eventsPerRequest,
    warmUpMs: 0,
    measureMs: ms,
    traffic: { ...collector.traffic, run: randomBytes(4).toString('hex'), knownVisitors: 0 },
  });
  try {
    await client.query('CREATE EXTENSION pg_stat_statements');
    await runLoadProcess(load(warmUpMs));
    await client.query('SELECT pg_stat_statements_reset()');
    const [wal, cpu] = [await walOf(client), cpuTime(server.pid)];
    const result = await runLoadProcess(load(measureMs));
    const databaseMs = cpuTime(server.pid) - cpu;
    const { eventsPerSecond, cpuPerEvent } = toSample('PostgreSQL', result, 0);
    const statements = await readStatements(client);
    const groups = statements.find(({ kind }) => kind === 'INSERT facts')?.calls ?? Number.NaN;
    const { events } = result;
    return {
      eventsPerSecond,
      eventsPerGroup: events / groups,
      collectorCpu: cpuPerEvent,
      databaseCpu: (databaseMs * 1000) / events,
      wal: ((await walOf(client)) - wal) / events,
      events,
      statements,
    };
  } finally {
    await client.end();
    await collector.stop();
  }
}

async function walOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS bytes",
  );
  return rows[0]?.bytes ?? Number.NaN;
}
