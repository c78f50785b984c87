import { existsSync, readFileSync } from 'node:fs';
import { processTree } from './processTree.js';

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/** CPU time (ms) that a process and those it has started, be they gone or not, have taken so far, all threads together; NaN where there is no /proc. */
export function cpuTime(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + ownTime(each), 0);
}

function ownTime(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const text = readFileSync(stat, 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' '); // The name before it may hold anything.
  const [user, system, userOfGone, systemOfGone] = fields.slice(11, 15).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return (user + system + userOfGone + systemOfGone) * TICK_MS;
}
