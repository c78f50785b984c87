import { median } from './median.js';
import type { Sample } from './Sample.js';

/** The median of each number by itself. */
export function medianOf(samples: readonly Sample[]): Sample {
  const of = (field: keyof Sample) => median(samples.map((sample) => sample[field]));
  return {
    eventsPerSecond: of('eventsPerSecond'),
    requestsPerSecond: of('requestsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    rss: of('rss'),
    cpuPerEvent: of('cpuPerEvent'),
    loadCpu: of('loadCpu'),
  };
}
