import { parseArgs } from 'node:util';
import { createShop } from '../crash/support/createShop.js';
import { startCollector } from '../crash/support/startCollector.js';
import { startPostgres } from '../postgres/startPostgres.js';
import { describeMachine } from './describeMachine.js';
import { formatTable } from './formatTable.js';
import { loadTotals } from './totals/loadTotals.js';
import { timeRequests } from './totals/timeRequests.js';

// How long totals take on PostgreSQL: node test/dist/bench/totals.js [--partners 10000] [--days 365] [--times 20]

const DAY_MS = 86_400_000;
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { partners: text, days: text, times: text } });
const partners = Number(values.partners ?? 10_000);
const days = Number(values.days ?? 365);
const times = Number(values.times ?? 20);

const today = new Date(Date.now()).toISOString().slice(0, 10);
const dayBefore = (count: number) => new Date(Date.parse(today) - count * DAY_MS).toISOString().slice(0, 10);
const year = today.slice(0, 4);
const questions: [string, string][] = [
  ['the calendar year', `from=${year}-01-01&to=${year}-12-31`],
  ['the last 365 days', `from=${dayBefore(364)}&to=${today}`],
  ['the last 30 days', `from=${dayBefore(29)}&to=${today}`],
  ['the year by trust', `from=${year}-01-01&to=${year}-12-31&by=trust`],
  ['one partner, a year by day', `from=${dayBefore(364)}&to=${today}&interval=day&partner=partner-1`],
];

console.log(describeMachine());
// What is asked is read from memory, and not from a disk.
const server = await startPostgres({
  version: 18,
  fsync: false,
  settings: { max_wal_size: '4GB', shared_buffers: '1GB' },
});
try {
  const url = await server.createDatabase();
  const collector = await startCollector({ folder: 'none', args: ['--store', url] });
  try {
    const { site } = await createShop(collector.url, 0);
    const begun = performance.now();
    await loadTotals(url, { site, partners, days, last: today });
    console.log(
      `${partners} partners with sales on each of ${days} days, loaded in ${Math.round((performance.now() - begun) / 1000)} s.\n`,
    );
    const rows: string[][] = [];
    for (const [name, query] of questions) {
      const timed = await timeRequests(`${collector.url}/api/v1/totals?site=${site}&${query}`, times);
      rows.push([name, String(timed.rows), timed.median.toFixed(0), timed.worst.toFixed(0)]);
    }
    console.log(formatTable(['totals of', 'rows', 'median, ms', 'worst, ms'], rows));
  } finally {
    await collector.stop('SIGTERM');
  }
} finally {
  await server.stop();
}
