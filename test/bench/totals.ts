import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createShop } from '../crash/support/createShop.js';
import { startCollector } from '../crash/support/startCollector.js';
import { startPostgres } from '../postgres/startPostgres.js';
import { describeMachine } from './describeMachine.js';
import { formatTable } from './formatTable.js';
import { loadFolder } from './totals/loadFolder.js';
import { loadTotals } from './totals/loadTotals.js';
import { timeRequests } from './totals/timeRequests.js';

// How long totals take, on PostgreSQL with a sale of each partner on each day, and on a folder with some sales of each:
// node test/dist/bench/totals.js [--partners 10000] [--days 365] [--sales 2,10] [--times 20]

const DAY_MS = 86_400_000;
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { partners: text, days: text, sales: text, times: text } });
const partners = Number(values.partners ?? 10_000);
const days = Number(values.days ?? 365);
/** Two each are what a million events of our traffic have. */
const sales = (values.sales ?? '2,10').split(',').map(Number);
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

const rows: string[][] = [];
console.log(describeMachine());
await askDatabase();
for (const count of sales) await askFolder(count);
console.log(formatTable(['store', 'totals of', 'rows', 'median, ms', 'worst, ms'], rows));

/** What is asked is read from memory, and not from a disk. */
async function askDatabase(): Promise<void> {
  const settings = { max_wal_size: '4GB', shared_buffers: '1GB' };
  const server = await startPostgres({ version: 18, fsync: false, settings });
  try {
    const url = await server.createDatabase();
    const collector = await startCollector({ folder: 'none', args: ['--store', url] });
    try {
      const { site } = await createShop(collector.url, 0);
      const begun = performance.now();
      await loadTotals(url, { site, partners, days, last: today });
      const seconds = Math.round((performance.now() - begun) / 1000);
      console.log(`${partners} partners with sales on each of ${days} days, loaded in ${seconds} s.\n`);
      await ask('PostgreSQL', collector.url, site);
    } finally {
      await collector.stop('SIGTERM');
    }
  } finally {
    await server.stop();
  }
}

async function askFolder(sales: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'reftally-totals-'));
  try {
    const folder = join(scratch, 'data');
    await loadFolder(folder, { site: 'shop', partners, sales, days, now: Date.now() });
    const collector = await startCollector({ folder });
    try {
      await ask(`folder, ${sales} sales each`, collector.url, 'shop');
    } finally {
      await collector.stop('SIGTERM');
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function ask(store: string, url: string, site: string): Promise<void> {
  for (const [name, query] of questions) {
    const timed = await timeRequests(`${url}/api/v1/totals?site=${site}&${query}`, times);
    rows.push([store, name, String(timed.rows), timed.median.toFixed(0), timed.worst.toFixed(0)]);
  }
}
