import { join } from 'node:path';
import type { PostgresServer } from '../postgres/PostgresServer.js';
import { startPostgres } from '../postgres/startPostgres.js';
import { formatGoals } from './formatGoals.js';
import { formatTable } from './formatTable.js';
import { measure } from './measure.js';
import { medianOf } from './medianOf.js';
import type { Options } from './Options.js';
import type { Sample } from './Sample.js';
import { startFloor } from './startFloor.js';
import { startIngest } from './startIngest.js';
import type { Target } from './Target.js';

/** Measures the floors and `POST /e` on empty folders, and prints the table and the goals. */
export async function compareIngest(options: Options, scratch: string): Promise<void> {
  const server = options.postgres ? await startPostgres({ version: 18 }) : undefined;
  try {
    await compare(
      [
        ...targetsOf(options, scratch),
        ...(server ? postgresTargets(options, server) : []),
        ...(options.rungs ? rungTargets() : []),
      ],
      options,
    );
  } finally {
    await server?.stop();
  }
}

async function compare(targets: readonly Target[], options: Options): Promise<void> {
  const samples = targets.map((): Sample[] => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, target] of targets.entries()) samples[index]?.push(await measure(target, options));
  }
  const [bare, express, single, batch] = samples.map(medianOf);
  if (!bare || !express || !single || !batch) throw new Error('nothing was measured');
  const rows = targets.map(({ name }, index) => rowOf(name, medianOf(samples[index] ?? []), bare, express));
  console.log(formatTable(HEAD, rows));
  console.log(`\n${goalsOf(bare, express, single, batch)}`);
  const [, , , , ...more] = samples.map(medianOf);
  if (options.postgres) console.log(postgresGoals(express, more.slice(options.rules ? 3 : 1)));
  console.log('');
}

function targetsOf({ rateLimit, profile, rules }: Options, scratch: string): Target[] {
  let folders = 0;
  const nodeArgs = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const ingest = (withRules: boolean) => () =>
    startIngest({ folder: join(scratch, String(folders++)), rateLimit, nodeArgs, withRules });
  const floor = {
    path: '/e',
    contentType: 'application/json',
    expectStatus: 202,
    expectRows: false,
    eventsPerRequest: 1,
  };
  return [
    { name: 'bare node:http, stores nothing', start: () => startFloor('bareServer'), request: floor },
    {
      name: 'Express 5 + express.json(), stores nothing',
      start: () => startFloor('expressServer'),
      request: floor,
    },
    ...[false, ...(rules ? [true] : [])].flatMap((withRules) =>
      [1, 50].map((eventsPerRequest) => ({
        name: `POST /e, ${eventsPerRequest} ${eventsPerRequest === 1 ? 'event' : 'events'} a request, ${withRules ? 'every rule' : 'durable'}`,
        start: ingest(withRules),
        request: { ...collect, eventsPerRequest },
      })),
    ),
    { name: 'POST /e, 50 events of 50 browsers, durable', start: ingest(false), request: MIXED },
  ];
}

const collect = { path: '/e', contentType: 'text/plain;charset=UTF-8', expectStatus: 200, expectRows: true };

const MIXED = { ...collect, eventsPerRequest: 50, isMixed: true };

/** What stands between the bare server and the collector, a piece at a time. */
function rungTargets(): Target[] {
  const floor = { ...collect, expectStatus: 202, expectRows: false };
  const hollow = { ...collect, expectRows: false };
  const ofOne = { eventsPerRequest: 1 };
  return [
    {
      name: 'bare node:http that appends to a log, durable',
      start: () => startFloor('logServer'),
      request: { ...floor, ...ofOne },
    },
    {
      name: 'POST /e with a store that decides nothing, 1 event',
      start: () => startFloor('hollowServer'),
      request: { ...hollow, ...ofOne },
    },
    {
      name: 'the same, 50 events',
      start: () => startFloor('hollowServer'),
      request: { ...hollow, eventsPerRequest: 50 },
    },
  ];
}

/** A database of its own for each round; the server's processes are not counted as the collector's. */
function postgresTargets({ rateLimit }: Options, server: PostgresServer): Target[] {
  const start = (workers: number) => async () =>
    startIngest({ folder: 'unused', rateLimit, database: await server.createDatabase(), workers });
  const targets = [1, 2].flatMap((workers) =>
    [1, 50].map((eventsPerRequest) => ({
      name: `PostgreSQL, ${workers} ${workers === 1 ? 'collector' : 'workers'}, ${eventsPerRequest} a request`,
      start: start(workers),
      request: { ...collect, eventsPerRequest },
    })),
  );
  const mixed = {
    name: 'PostgreSQL, 1 collector, 50 events of 50 browsers',
    start: start(1),
    request: MIXED,
  };
  return [...targets, mixed];
}

const HEAD = [
  '',
  'events/s',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'RSS MiB',
  'CPU µs/event',
  '× bare',
  '× Express',
  'load CPU',
];

function rowOf(name: string, sample: Sample, bare: Sample, express: Sample): string[] {
  const { eventsPerSecond, requestsPerSecond, p50, p99, rss, cpuPerEvent, loadCpu } = sample;
  const times = (floor: Sample) => (eventsPerSecond / floor.eventsPerSecond).toFixed(2);
  const count = (value: number) => Math.round(value).toLocaleString('en-US');
  const numbers = [
    count(eventsPerSecond),
    count(requestsPerSecond),
    p50.toFixed(2),
    p99.toFixed(2),
    count(rss),
    cpuPerEvent.toFixed(1),
  ];
  return [name, ...numbers, times(bare), times(express), `${Math.round(loadCpu * 100)} %`];
}

function goalsOf(bare: Sample, express: Sample, single: Sample, batch: Sample): string {
  const ratio = (sample: Sample, floor: Sample) => sample.eventsPerSecond / floor.eventsPerSecond;
  return formatGoals([
    { what: 'single events, against Express', value: ratio(single, express), goal: 1 },
    { what: 'single events, against bare node:http', value: ratio(single, bare), goal: 0.6 },
    { what: 'batches of 50, against single events', value: ratio(batch, single), goal: 6 },
  ]);
}

function postgresGoals(express: Sample, [single, batch]: readonly Sample[]): string {
  if (!single || !batch) throw new Error('PostgreSQL was not measured');
  return formatGoals([
    {
      what: 'PostgreSQL, single events, against Express',
      value: single.eventsPerSecond / express.eventsPerSecond,
      goal: 1,
    },
    {
      what: 'PostgreSQL, batches of 50, against single events',
      value: batch.eventsPerSecond / single.eventsPerSecond,
      goal: 6,
    },
  ]);
}
