import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadResult } from './LoadResult.js';
import type { LoadSpec } from './LoadSpec.js';

const LOAD = fileURLToPath(new URL('./load.js', import.meta.url));

/** Runs a load in a process of its own. */
export function runLoadProcess(spec: LoadSpec): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(LOAD);
    child.once('message', (result) => resolve(result as LoadResult));
    child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
    child.send(spec);
  });
}
