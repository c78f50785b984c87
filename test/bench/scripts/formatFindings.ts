import { formatTable } from '../formatTable.js';
import { median } from '../median.js';
import type { Arrivals } from './countArrivals.js';
import type { Findings } from './Findings.js';
import type { harms } from './harms.js';
import type { Spent } from './timeScript.js';

/** The table of all contenders side by side, in Markdown. `runs`: how many sales each had to deliver of each kind. */
export function formatFindings(findings: readonly Findings[], runs: number): string {
  const row = (name: string, cell: (one: Findings) => string) => [name, ...findings.map(cell)];
  const bytes = (kind: keyof Findings['sizes']) => (one: Findings) => one.sizes[kind].toLocaleString('en-US');
  const did = (name: string) => (one: Findings) => String(one.start.operations[name] ?? 0);
  const arrived = (what: keyof typeof harms) => (one: Findings) => sayArrivals(one.arrivals?.[what], runs);
  return formatTable(
    ['', ...findings.map(({ name }) => name)],
    [
      row('bytes', bytes('raw')),
      row('bytes, gzip -9', bytes('gzip')),
      row('bytes, brotli 11', bytes('brotli')),
      row('cookie reads', did('cookie read')),
      row('cookie writes', did('cookie write')),
      row(
        'storage: accesses, of these calls',
        (one) => `${did('storage read')(one)}, ${did('storage')(one)}`,
      ),
      row('requests, of these preflights', sayRequests),
      row(
        'listeners, of these for unload',
        (one) => `${did('listener')(one)}, ${did('unload listener')(one)}`,
      ),
      row('intervals', did('interval')),
      row('DOM queries', did('DOM query')),
      row('globals', ({ start }) => String(start.globals.length)),
      row('evaluation, ms', saySpent('evaluation')),
      row('with later calls, ms', saySpent('all')),
      row('tab closed, 300 ms away', arrived('closed')),
      row('tab gone, 300 ms away; back later', arrived('gone')),
      row('tab closed offline; back later', arrived('offline')),
      row('503 once', arrived('refused')),
    ],
  );
}

function sayRequests({ start: { requests } }: Findings): string {
  return `${requests.length}, ${requests.filter((request) => request.startsWith('OPTIONS')).length}`;
}

/** Median, least and most. */
function saySpent(what: keyof Spent): (one: Findings) => string {
  return ({ spent }) => {
    const times = spent.map((one) => one[what]);
    const [middle, least, most] = [median(times), Math.min(...times), Math.max(...times)].map((ms) =>
      ms.toFixed(1),
    );
    return `${middle} (${least}–${most})`;
  };
}

function sayArrivals(arrivals: Arrivals | undefined, runs: number): string {
  if (!arrivals) return '–';
  const { atOnce, later, repeated } = arrivals;
  const twice = repeated > 0 ? `, ${repeated} twice` : '';
  return `${atOnce}${later === undefined ? '' : `, then ${later}`} of ${runs}${twice}`;
}
