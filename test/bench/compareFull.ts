import { join } from 'node:path';
import { formatGoals } from './formatGoals.js';
import { formatTable } from './formatTable.js';
import { medianOf } from './medianOf.js';
import type { Options } from './Options.js';
import { residentMemory } from './residentMemory.js';
import { restartTime } from './restartTime.js';
import { runLoadProcess } from './runLoadProcess.js';
import type { Sample } from './Sample.js';
import type { Server } from './Server.js';
import { specOf } from './specOf.js';
import { startIngest } from './startIngest.js';
import { toSample } from './toSample.js';

/** Measures single events on an empty folder and after `options.full` events, interleaved, then the time to start; prints all of it. */
export async function compareFull(options: Options, scratch: string): Promise<void> {
  const { full, rateLimit } = options;
  const folder = join(scratch, 'full');
  const server = await startIngest({ folder, rateLimit });
  const loaded = await loadFull(server, options);
  const samples = { empty: [] as Sample[], full: [] as Sample[] };
  for (let round = 0; round < options.rounds; round++) {
    const fresh = await startIngest({ folder: join(scratch, `empty-${round}`), rateLimit });
    samples.empty.push(await measureSingle('empty folder', fresh, 0, options));
    await fresh.stop();
    samples.full.push(await measureSingle(`after ${full} events`, server, loaded.visitors, options));
  }
  const rss = residentMemory(server.pid);
  await server.stop();
  const restartMs = await restartTime(folder, rateLimit);
  print(medianOf(samples.empty), { ...medianOf(samples.full), rss }, restartMs, full);
}

/** The whole of it, in batches of 50 that are mixed: from one browser each, they would be of a sixtieth of the visitors. */
async function loadFull(server: Server, { full, connections }: Options): Promise<{ visitors: number }> {
  const spec = specOf(server, { connections, eventsPerRequest: 50, isMixed: true });
  const startedAt = performance.now();
  const result = await runLoadProcess({
    ...spec,
    warmUpMs: 0,
    measureMs: 3_600_000,
    maxEvents: full,
  });
  toSample('loading', result, 0);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `Loaded ${result.accepted} events from ${result.visitors} referred visitors in ${seconds.toFixed(1)} s; ` +
      `RSS ${Math.round(residentMemory(server.pid))} MiB.\n`,
  );
  return result;
}

async function measureSingle(
  name: string,
  server: Server,
  visitors: number,
  options: Options,
): Promise<Sample> {
  const { warmUpMs, measureMs, connections } = options;
  const spec = specOf(server, { connections, knownVisitors: visitors });
  const result = await runLoadProcess({ ...spec, warmUpMs, measureMs });
  return toSample(name, result, residentMemory(server.pid));
}

function print(empty: Sample, full: Sample, restartMs: number, events: number): void {
  const row = (name: string, { eventsPerSecond, p50, p99, rss, cpuPerEvent }: Sample) => [
    name,
    Math.round(eventsPerSecond).toLocaleString('en-US'),
    p50.toFixed(2),
    p99.toFixed(2),
    String(Math.round(rss)),
    cpuPerEvent.toFixed(1),
  ];
  const after = `after ${events.toLocaleString('en-US')} events`;
  const rows = [row('1 event a request, empty folder', empty), row(`the same ${after}`, full)];
  console.log(formatTable(['', 'events/s', 'p50 ms', 'p99 ms', 'RSS MiB', 'CPU µs/event'], rows));
  const goals = [
    { what: `rate ${after}, against empty`, value: full.eventsPerSecond / empty.eventsPerSecond, goal: 0.95 },
    { what: `p99 ${after}, against empty`, value: full.p99 / empty.p99, goal: 3, isMost: true },
    { what: `memory ${after}`, value: full.rss, goal: 1024, isMost: true, unit: ' MiB' },
    { what: `start to /readyz ${after}`, value: restartMs / 1000, goal: 5, isMost: true, unit: ' s' },
  ];
  console.log(`\n${formatGoals(goals)}\n`);
}
