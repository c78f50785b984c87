import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresServer } from '../../postgres/PostgresServer.js';
import { startPostgres } from '../../postgres/startPostgres.js';
import { cpuTime } from '../cpuTime.js';
import { runLoadProcess } from '../runLoadProcess.js';
import { specOf } from '../specOf.js';
import { startIngest } from '../startIngest.js';
import type { Costs } from './Costs.js';

/** Of one load: CPU times in µs an event, sizes in bytes an event. */
type Load = { collector: number; database: number; groupSize: number; walBytes: number; tableBytes: number };

const CONNECTIONS = 64;
const BATCH = 50;
/** So late PostgreSQL's statistics may be. */
const STATISTICS_MS = 1_500;

/**
 * Measures what an event costs on this machine, alone in its request and among 50, in CPU time, so that other work on it matters little; and derives what
 * requests, events and groups cost. `flush` (µs) is taken as given: it is the disk's.
 */
export async function measureCosts(seconds: number, flush: number): Promise<Costs> {
  const fileSingle = await loadFolder(1, seconds);
  const fileBatch = await loadFolder(BATCH, seconds);
  const server = await startPostgres({ version: 18 });
  try {
    const single = await loadDatabase(server, 1, seconds);
    const batch = await loadDatabase(server, BATCH, seconds);
    return { ...costsOf(fileSingle - fileBatch, single, batch), flush };
  } finally {
    await server.stop();
  }
}

/** An event alone pays for its whole request and a share of its group; one of 50 for a fiftieth, and a smaller share. */
function costsOf(requestShare: number, single: Load, batch: Load): Omit<Costs, 'flush'> {
  const request = requestShare / (1 - 1 / BATCH);
  const shares = 1 / single.groupSize - 1 / batch.groupSize;
  const group = Math.max(0, single.collector - batch.collector - requestShare) / shares;
  const databaseGroup = Math.max(0, single.database - batch.database) / shares;
  return {
    request,
    group,
    event: batch.collector - request / BATCH - group / batch.groupSize,
    databaseGroup,
    databaseEvent: batch.database - databaseGroup / batch.groupSize,
    walBytes: single.walBytes,
    tableBytes: single.tableBytes,
  };
}

async function loadFolder(eventsPerRequest: number, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-bench-'));
  try {
    return (await load({ folder: join(folder, 'data') }, eventsPerRequest, seconds)).collector;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function loadDatabase(
  server: PostgresServer,
  eventsPerRequest: number,
  seconds: number,
): Promise<Load> {
  const database = await server.createDatabase();
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const pid = Number(
      (await readFile(join(await textOf(client, 'SHOW data_directory'), 'postmaster.pid'), 'utf8')).split(
        '\n',
      )[0],
    );
    const look = async () => ({
      cpu: cpuTime(pid),
      commits: Number(
        await textOf(client, 'SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()'),
      ),
      wal: Number(await textOf(client, "SELECT pg_current_wal_lsn() - '0/0'")),
      size: Number(await textOf(client, 'SELECT pg_database_size(current_database())')),
    });
    const { accepted, collector, before, after } = await load(
      { folder: 'unused', database },
      eventsPerRequest,
      seconds,
      look,
    );
    if (!before || !after) throw new Error('nobody has looked');
    return {
      collector,
      database: ((after.cpu - before.cpu) * 1000) / accepted,
      groupSize: accepted / (after.commits - before.commits),
      walBytes: (after.wal - before.wal) / accepted,
      tableBytes: (after.size - before.size) / accepted,
    };
  } finally {
    await client.end();
  }
}

async function load<T>(
  where: { folder: string; database?: string },
  eventsPerRequest: number,
  seconds: number,
  look?: () => Promise<T>,
) {
  const server = await startIngest({ ...where, rateLimit: 1_000_000_000 });
  try {
    const before = await look?.();
    const { accepted, wrong, firstWrong, serverCpuMs, events } = await runLoadProcess({
      ...specOf(server, { connections: CONNECTIONS, eventsPerRequest }),
      warmUpMs: 2_000,
      measureMs: seconds * 1000,
    });
    if (wrong > 0) throw new Error(`${wrong} wrong answers, the first: ${firstWrong}`);
    await delay(STATISTICS_MS);
    return { accepted, before, after: await look?.(), collector: (serverCpuMs * 1000) / events };
  } finally {
    await server.stop();
  }
}

async function textOf(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  return String(rows[0]?.[0]);
}
