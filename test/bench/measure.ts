import { randomBytes } from 'node:crypto';
import { checkTotals } from './checkTotals.js';
import type { Options } from './Options.js';
import { residentMemory } from './residentMemory.js';
import { runLoadProcess } from './runLoadProcess.js';
import type { Sample } from './Sample.js';
import type { Target } from './Target.js';
import { toSample } from './toSample.js';

/** Starts a target, measures it once, and stops it. What it says it has accepted must also be in its totals. */
export async function measure(target: Target, options: Options): Promise<Sample> {
  const { warmUpMs, measureMs, connections } = options;
  const server = await target.start();
  try {
    const traffic = { ...server.traffic, run: randomBytes(4).toString('hex'), knownVisitors: 0 };
    const spec = {
      port: server.port,
      pid: server.pid,
      ...target.request,
      connections,
      warmUpMs,
      measureMs,
      traffic,
    };
    const result = await runLoadProcess(spec);
    const sample = toSample(target.name, result, residentMemory(server.pid));
    if (target.request.expectRows) await checkTotals(server.port, result.accepted);
    return sample;
  } finally {
    await server.stop();
  }
}
