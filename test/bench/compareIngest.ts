import { join } from 'node:path';
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
  const targets = targetsOf(options, scratch);
  const samples = targets.map((): Sample[] => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, target] of targets.entries()) samples[index]?.push(await measure(target, options));
  }
  const [bare, express, single, batch] = samples.map(medianOf);
  if (!bare || !express || !single || !batch) throw new Error('nothing was measured');
  const rows = targets.map(({ name }, index) => rowOf(name, medianOf(samples[index] ?? []), bare, express));
  console.log(formatTable(HEAD, rows));
  console.log(`\n${goalsOf(bare, express, single, batch)}\n`);
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
  const collect = {
    path: '/e',
    contentType: 'text/plain;charset=UTF-8',
    expectStatus: 200,
    expectRows: true,
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
  ];
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
