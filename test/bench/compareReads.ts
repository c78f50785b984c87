import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../postgres/startPostgres.js';
import { type Answers, askUntil } from './askUntil.js';
import { formatTable } from './formatTable.js';
import type { Options } from './Options.js';
import { runLoadProcess } from './runLoadProcess.js';
import type { Server } from './Server.js';
import { specOf } from './specOf.js';
import { type IngestOptions, startIngest } from './startIngest.js';
import { toSample } from './toSample.js';

/** What pages ask for; of 100 partners. */
const QUESTIONS = new Map([
  ['totals of all partners, 30 days', '/api/v1/totals?site=shop'],
  ['the same by day', '/api/v1/totals?site=shop&interval=day'],
  ['the latest 50 conversions', '/api/v1/conversions?site=shop&limit=50'],
]);
/** There before anything is measured. */
const EVENTS = 50_000;

type Asked = Map<string, Answers>;

/** Measures what reads do to writes and writes to reads: single events, and one reader who never rests; on a folder, and on PostgreSQL if that is asked for. */
export async function compareReads(options: Options, scratch: string): Promise<void> {
  const { rateLimit } = options;
  const rows = await rowsOf('folder', { folder: join(scratch, 'reads'), rateLimit }, options);
  if (options.postgres) {
    const server = await startPostgres({ version: 18 });
    try {
      const database = await server.createDatabase();
      rows.push(...(await rowsOf('PostgreSQL', { folder: 'unused', rateLimit, database }, options)));
    } finally {
      await server.stop();
    }
  }
  const head = ['', 'alone: a second', 'p50 ms', 'p99 ms', 'together: a second', 'p50 ms', 'p99 ms'];
  console.log(`${formatTable(head, rows)}\n`);
}

async function rowsOf(store: string, ingest: IngestOptions, options: Options): Promise<string[][]> {
  const server = await startIngest(ingest);
  try {
    const loaded = await load(server, options);
    const ask = () => read(server, options.measureMs);
    const write = () => writes(server, loaded, options);
    await write(); // The first seconds are slower.
    const [wrote, asked] = [await write(), await ask()];
    const [wroteThen, askedThen] = await Promise.all([write(), ask()]);
    return [
      [`${store}: single events`, ...numbers(wrote), ...numbers(wroteThen)],
      ...[...QUESTIONS].map(([name, path]) => [
        `${store}: ${name}`,
        ...numbers(rateOf(asked, path, options)),
        ...numbers(rateOf(askedThen, path, options)),
      ]),
    ];
  } finally {
    await server.stop();
  }
}

type Rate = { perSecond: number; p50: number; p99: number };

async function load(server: Server, { connections }: Options): Promise<number> {
  const spec = specOf(server, { connections, eventsPerRequest: 50, isMixed: true });
  const result = await runLoadProcess({ ...spec, warmUpMs: 0, measureMs: 600_000, maxEvents: EVENTS });
  toSample('loading', result, 0);
  return result.visitors;
}

async function writes(
  server: Server,
  knownVisitors: number,
  { connections, measureMs }: Options,
): Promise<Rate> {
  const spec = specOf(server, { connections, knownVisitors });
  const { eventsPerSecond, p50, p99 } = toSample(
    'single events',
    await runLoadProcess({ ...spec, warmUpMs: 0, measureMs }),
    0,
  );
  return { perSecond: eventsPerSecond, p50, p99 };
}

async function read({ port }: Server, ms: number): Promise<Asked> {
  const run = { isOver: false };
  const asking = askUntil(`http://127.0.0.1:${port}`, [...QUESTIONS.values()], run);
  await delay(ms);
  run.isOver = true;
  return asking;
}

function rateOf(asked: Asked, path: string, { measureMs }: Options): Rate {
  const { count = 0, p50 = Number.NaN, p99 = Number.NaN } = asked.get(path) ?? {};
  return { perSecond: (count * 1000) / measureMs, p50, p99 };
}

function numbers({ perSecond, p50, p99 }: Rate): string[] {
  const rate = perSecond < 100 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en-US');
  return [rate, p50.toFixed(1), p99.toFixed(1)];
}
