import { createHistogram } from 'node:perf_hooks';
import { ADMIN_KEY } from '../crash/support/ADMIN_KEY.js';

/** Latencies in ms, from the request to the last byte of the answer. */
export type Answers = { count: number; p50: number; p99: number };

/** Asks the API for each path in turn, one request at a time, until told to stop; every answer must be good. By path. */
export async function askUntil(
  url: string,
  paths: readonly string[],
  run: { isOver: boolean },
): Promise<Map<string, Answers>> {
  const latencies = new Map(paths.map((path) => [path, createHistogram()]));
  while (!run.isOver) {
    for (const [path, histogram] of latencies) histogram.record(await timeOf(url + path));
  }
  return new Map([...latencies].map(([path, histogram]) => [path, answersOf(histogram)]));
}

/** In whole µs. */
async function timeOf(address: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(address, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`);
  return Math.max(1, Math.round((performance.now() - begun) * 1000));
}

function answersOf(histogram: ReturnType<typeof createHistogram>): Answers {
  const ms = (share: number) => histogram.percentile(share) / 1000;
  return { count: histogram.count, p50: ms(50), p99: ms(99) };
}
