import type { LoadResult } from './LoadResult.js';
import type { Sample } from './Sample.js';

/** Turns a result into rates; throws on the first wrong answer, since an error is never speed. */
export function toSample(name: string, result: LoadResult, rss: number): Sample {
  const { wrong, firstWrong, seconds, requests, events, p50, p99, serverCpuMs, loadCpu } = result;
  if (wrong > 0) throw new Error(`${name}: ${wrong} wrong answers, the first: ${firstWrong}`);
  return {
    eventsPerSecond: events / seconds,
    requestsPerSecond: requests / seconds,
    p50,
    p99,
    rss,
    cpuPerEvent: (serverCpuMs * 1000) / events,
    loadCpu,
  };
}
