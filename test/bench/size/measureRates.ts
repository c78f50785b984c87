import { median } from '../median.js';
import type { SizeRun } from './SizeRun.js';
import { type SizeSample, sendEvents } from './sendEvents.js';

/** Medians of several rounds. Latencies in ms; CPU time in µs an event, of the collector and of the database together. */
export type Rate = { eventsPerSecond: number; p50: number; p99: number; cpu: number };

/** Of single events, and of batches of 50. */
export type Rates = { single: Rate; batch: Rate };

const ROUNDS = 3;

/** Measures events one by one and in batches of 50, in turn, so long (ms) each. */
export async function measureRates(run: SizeRun, measureMs: number): Promise<Rates> {
  const samples: Record<keyof Rates, SizeSample[]> = { single: [], batch: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const times = { warmUpMs: 2_000, measureMs };
    samples.single.push(await sendEvents(run, { ...times, eventsPerRequest: 1 }));
    samples.batch.push(await sendEvents(run, { ...times, eventsPerRequest: 50 }));
  }
  return { single: rateOf(samples.single), batch: rateOf(samples.batch) };
}

function rateOf(samples: readonly SizeSample[]): Rate {
  const medianOf = (value: (sample: SizeSample) => number) => median(samples.map(value));
  return {
    eventsPerSecond: medianOf((sample) => sample.eventsPerSecond),
    p50: medianOf(({ p50 }) => p50),
    p99: medianOf(({ p99 }) => p99),
    cpu: medianOf(({ cpuPerEvent, databaseCpu }) => cpuPerEvent + databaseCpu),
  };
}
