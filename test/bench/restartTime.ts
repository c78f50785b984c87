import { setTimeout as delay } from 'node:timers/promises';
import { startCollector } from '../crash/support/startCollector.js';

/** How long (ms) a collector takes from its start as a process until `/readyz` says yes. */
export async function restartTime(folder: string, rateLimit: number): Promise<number> {
  const startedAt = performance.now();
  const collector = await startCollector({ folder, args: ['--rate-limit', String(rateLimit)] });
  while (!(await fetch(`${collector.url}/readyz`)).ok) await delay(10);
  const elapsed = performance.now() - startedAt;
  await collector.stop('SIGTERM');
  return elapsed;
}
