import type { LoadSpec } from '../LoadSpec.js';
import { runLoadProcess } from '../runLoadProcess.js';
import type { Sample } from '../Sample.js';
import { specOf } from '../specOf.js';
import { toSample } from '../toSample.js';
import { databaseCpu } from './databaseCpu.js';
import type { SizeRun } from './SizeRun.js';

/** How events are sent, and until when: after so many, or so many ms. */
export type Sending = Pick<LoadSpec, 'eventsPerRequest' | 'warmUpMs' | 'measureMs' | 'maxEvents'>;

/** A measurement, with the CPU time (µs an event, the warm-up included) that the database's own processes took. */
export type SizeSample = Sample & { databaseCpu: number };

/** Sends events from a process of its own, and notes in the run how many there are now. Throws on a wrong answer. */
export async function sendEvents(run: SizeRun, sending: Sending): Promise<SizeSample> {
  const { server, url, connections, visitors } = run;
  const before = await databaseCpu(url);
  const result = await runLoadProcess({
    ...specOf(server, { connections, knownVisitors: visitors, isMixed: true }),
    ...sending,
  });
  const sample = toSample('loading', result, 0);
  if (result.events === 0) throw new Error('nothing was answered while it was measured: try more --seconds');
  run.visitors = result.visitors;
  run.accepted += result.accepted;
  return { ...sample, databaseCpu: (((await databaseCpu(url)) - before) * 1000) / result.accepted };
}
