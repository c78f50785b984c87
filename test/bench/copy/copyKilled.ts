import { performance } from 'node:perf_hooks';
import { killCopy } from '../../copy/killCopy.js';
import { runReftally } from '../../crash/support/runReftally.js';

/** Copies, kills that at a third and at two thirds of so many events, and lets it finish. What it shows: where it was killed, how long each run took, its rate, and how it ended. */
export async function copyKilled(from: string, to: string, events: number): Promise<string[]> {
  const seconds: number[] = [];
  const killed: string[] = [];
  for (const share of [1 / 3, 2 / 3]) {
    const began = performance.now();
    const { facts, wasKilled } = await killCopy({ from, to, facts: events * share });
    seconds.push((performance.now() - began) / 1000);
    killed.push(wasKilled ? facts.toLocaleString('en') : 'not');
  }
  const began = performance.now();
  const { code, err } = await runReftally('copy', '--from', from, '--to', to);
  if (code !== 0) console.error(err);
  seconds.push((performance.now() - began) / 1000);
  const all = seconds.reduce((sum, part) => sum + part, 0);
  const rate = Math.round(events / all).toLocaleString('en');
  return [killed.join(', '), seconds.map((part) => part.toFixed(1)).join(' + '), rate, String(code)];
}
