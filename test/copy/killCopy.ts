import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { CLI } from '../crash/support/CLI.js';
import { copiedFacts } from './copiedFacts.js';

/** Which copy is killed: once it has copied so many facts. `nodeArgs` are arguments of node itself. */
export type CopyToKill = { from: string; to: string; facts: number; nodeArgs?: readonly string[] };

/** Runs `reftally copy`, and ends it with SIGKILL. Resolves to how many facts it had copied, and whether it was killed in time. */
export async function killCopy({
  from,
  to,
  facts,
  nodeArgs = [],
}: CopyToKill): Promise<{ facts: number; wasKilled: boolean }> {
  const words = [...nodeArgs, CLI, 'copy', '--from', from, '--to', to];
  const child = spawn(process.execPath, words, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await copiedFacts(to)).facts < facts) await delay(15);
  child.kill('SIGKILL');
  await ended;
  const { facts: copied, finished } = await copiedFacts(to);
  return { facts: copied, wasKilled: child.signalCode === 'SIGKILL' && !finished };
}
