import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres/startPostgres.js';
import { checkTotals } from './checkTotals.js';
import { describeMachine } from './describeMachine.js';
import { formatGoals } from './formatGoals.js';
import { formatTable } from './formatTable.js';
import { residentMemory } from './residentMemory.js';
import { askDatabase } from './size/askDatabase.js';
import { measureRates, type Rate, type Rates } from './size/measureRates.js';
import { printTables } from './size/printTables.js';
import type { SizeRun } from './size/SizeRun.js';
import { sendEvents } from './size/sendEvents.js';
import { startIngest } from './startIngest.js';
import { timeRequests } from './totals/timeRequests.js';

// `npm run bench:size -- [--events 10000000] [--partners 10000] [--seconds 8]`: loads events into a PostgreSQL of its own through POST /e, from
// referred visitors, and measures what that does to rates, answers and sizes.

const STEPS = 20;
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { events: text, partners: text, seconds: text } });
const events = Number(values.events ?? 10_000_000);
const partners = Number(values.partners ?? 10_000);
const measureMs = Number(values.seconds ?? 8) * 1_000;

const count = (value: number) => Math.round(value).toLocaleString('en-US');
const year = new Date(Date.now()).getUTCFullYear();
const QUESTIONS: [string, string][] = [
  ['totals of all partners, the calendar year', `/totals?site=shop&from=${year}-01-01&to=${year}-12-31`],
  ['totals of all partners, 30 days', '/totals?site=shop'],
  [
    'totals of all partners, the year by trust',
    `/totals?site=shop&from=${year}-01-01&to=${year}-12-31&by=trust`,
  ],
];

console.log(describeMachine());
const postgres = await startPostgres({
  version: 18,
  settings: { shared_buffers: '1GB', max_wal_size: '4GB' },
});
try {
  const url = await postgres.createDatabase();
  const server = await startIngest({ folder: 'unused', rateLimit: 1e9, database: url, partners });
  try {
    const run: SizeRun = { server, url, connections: 64, visitors: 0, accepted: 0 };
    const atStart = await measureRates(run, measureMs);
    await load(run);
    const atEnd = await measureRates(run, measureMs);
    await checkTotals(server.port, run.accepted);
    await askDatabase(url, 'CHECKPOINT');
    await printAnswers(run);
    await printTables(url);
    printRates(run, atStart, atEnd);
  } finally {
    await server.stop();
  }
} finally {
  await postgres.stop();
}

/** In batches of 50, with a line for each step. */
async function load(run: SizeRun): Promise<void> {
  const step = Math.ceil(events / STEPS / 50) * 50;
  const sending = { eventsPerRequest: 50, warmUpMs: 0, measureMs: 3_600_000, maxEvents: step };
  const rows: string[][] = [];
  for (let index = 1; index <= STEPS; index++) {
    const { eventsPerSecond, p99, cpuPerEvent, databaseCpu } = await sendEvents(run, sending);
    const rss = residentMemory(run.server.pid);
    const numbers = [eventsPerSecond, p99, cpuPerEvent, databaseCpu, rss, await sizeOf(run.url)];
    rows.push([`${(100 / STEPS) * index} %`, count(run.accepted), ...numbers.map(count)]);
    console.log(rows.at(-1)?.join('  '));
  }
  const head = [
    'loaded',
    'events',
    'events/s',
    'p99 ms',
    'CPU µs/event',
    'database CPU µs/event',
    'RSS MiB',
    'database MiB',
  ];
  console.log(`\n${formatTable(head, rows)}\n`);
}

async function sizeOf(url: string): Promise<number> {
  const [row] = await askDatabase<{ size: string }>(
    url,
    'SELECT pg_database_size(current_database()) AS size',
  );
  return Number(row?.size) / 2 ** 20;
}

async function printAnswers({ server }: SizeRun): Promise<void> {
  const rows: string[][] = [];
  for (const [name, path] of QUESTIONS) {
    const timed = await timeRequests(`http://127.0.0.1:${server.port}/api/v1${path}`, 20);
    rows.push([name, count(timed.rows), timed.median.toFixed(0), timed.worst.toFixed(0)]);
  }
  console.log(`${formatTable(['asked for', 'rows', 'median, ms', 'worst, ms'], rows)}\n`);
}

function printRates({ accepted, visitors }: SizeRun, start: Rates, end: Rates): void {
  const row = (name: string, { eventsPerSecond, p50, p99, cpu }: Rate) => [
    name,
    count(eventsPerSecond),
    p50.toFixed(1),
    p99.toFixed(1),
    count(cpu),
  ];
  const after = `after ${count(accepted)} from ${count(visitors)} visitors`;
  const rows = [
    row('1 event a request, empty', start.single),
    row(`the same ${after}`, end.single),
    row('50 events a request, empty', start.batch),
    row(`the same ${after}`, end.batch),
  ];
  console.log(`${formatTable(['', 'events/s', 'p50 ms', 'p99 ms', 'CPU µs/event, all'], rows)}\n`);
  const goals = (['single', 'batch'] as const).map((kind) => ({
    what: `${kind === 'single' ? 'single events' : 'batches of 50'}, against the start`,
    value: end[kind].eventsPerSecond / start[kind].eventsPerSecond,
    goal: 0.9,
  }));
  console.log(formatGoals(goals));
}
