import { parseArgs } from 'node:util';
import { makeRandom } from '../crash/support/makeRandom.js';
import { describeMachine } from './describeMachine.js';
import { formatTable } from './formatTable.js';
import type { Costs } from './queue/Costs.js';
import { measureCosts } from './queue/measureCosts.js';
import { measuredCosts } from './queue/measuredCosts.js';
import { PATIENCE_MS } from './queue/PATIENCE_MS.js';
import { planFor } from './queue/planFor.js';
import { simulate } from './queue/simulate.js';
import { skewedSites } from './queue/skewedSites.js';
import { spreadOf } from './queue/spreadOf.js';

const HELP = `What docs/scaling.md rests on: a simulation of queues, from what was measured of their parts.

  npm run bench:queue -- [options]

  --measure        measures here and now what an event costs, instead of taking what queue/measuredCosts.ts says; some 40 s
  --flush MS       how long a commit waits for the disk (2)
  --peak N         how many times the mean the busiest minute of a day has (3)
  --help           this
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { measure: flag, flush: text, peak: text, help: flag } });
const flush = Number(values.flush ?? 2) * 1000;
const peak = Number(values.peak ?? 3);

if (values.help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  const costs = values.measure ? await measureCosts(6, flush) : { ...measuredCosts, flush };
  if (values.measure) console.log(describeMachine());
  const parts = Object.entries(costs).map(([name, value]) => [name, value.toFixed(1)]);
  console.log(formatTable(['part', values.measure ? 'measured now' : 'measured before'], parts));

  const plans = [1_000, 100_000, 10_000_000].flatMap((perMinute) =>
    [1, 50].map((eventsPerRequest) => planFor({ costs, perMinute, peak, eventsPerRequest })),
  );
  console.log(
    `\nSo many collectors and database cores keep the peak, ${peak} × the mean, below ${PATIENCE_MS} ms (p99):\n`,
  );
  const head = [
    'events a minute',
    'a request',
    'databases',
    'cores each',
    'collectors each',
    'p50 ms',
    'p99 ms',
  ];
  console.log(formatTable(head, plans));

  console.log(
    '\nSo much keeps below it when all events change the totals of one partner, 16 database cores:\n',
  );
  console.log(formatTable(['collectors', 'slots: events/s', 'one row: events/s'], hotRows(costs)));

  console.log('\nThe fullest of so many shards, against the mean:\n');
  console.log(formatTable(['shards', 'by site', 'by site and visitor'], shards()));
}

/** How much gets through when each collector adds to rows of its own, and when all wait for one. */
function hotRows(costs: Costs): string[][] {
  return [1, 2, 4, 8].map((collectors) => {
    const most = [false, true].map((oneHotRow) => mostOf({ costs, collectors, oneHotRow }));
    return [String(collectors), ...most.map((rate) => rate.toLocaleString('en-US'))];
  });
}

/** The highest rate (events a second, in steps of a tenth) that keeps within the patience; single events. */
function mostOf(plan: { costs: Costs; collectors: number; oneHotRow: boolean }): number {
  let most = 0;
  for (let rate = 1_000; rate < 100_000; rate *= 1.1) {
    const load = { databaseCores: 16, requestsPerSecond: rate, eventsPerRequest: 1, seconds: 8 };
    if (simulate({ ...plan, ...load, random: makeRandom(1) }).p99 > PATIENCE_MS) break;
    most = Math.round(rate);
  }
  return most;
}

function shards(): string[][] {
  const sites = skewedSites(1_000, 300_000);
  const visitors = sites.flatMap(([site, count]) =>
    Array.from({ length: count }, (_, visitor) => [`${site} ${visitor}`, 1] as const),
  );
  return [4, 16, 64].map((count) => [
    String(count),
    spreadOf(sites, count).toFixed(2),
    spreadOf(visitors, count).toFixed(2),
  ]);
}
