import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { processTree } from './processTree.js';

/** Memory of a process and those it has started that is in RAM now, in MiB. */
export function residentMemory(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + ownMemory(each), 0);
}

function ownMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kibibytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) / 1024;
}
