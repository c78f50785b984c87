import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { CLI } from '../crash/support/CLI.js';
import { copiedFacts } from './copiedFacts.js';

const SLOW = new URL('slowRename.mjs', import.meta.url).href;

/** Runs `reftally copy`, and ends it with SIGKILL once it has copied so many facts. Resolves to how many it had, and whether it was killed in time. */
export async function killCopy(
  from: string,
  to: string,
  facts: number,
): Promise<{ facts: number; wasKilled: boolean }> {
  const words = ['--import', SLOW, CLI, 'copy', '--from', from, '--to', to];
  const child = spawn(process.execPath, words, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await copiedFacts(to)).facts < facts) await delay(3);
  child.kill('SIGKILL');
  await ended;
  const { facts: copied, finished } = await copiedFacts(to);
  return { facts: copied, wasKilled: child.signalCode === 'SIGKILL' && !finished };
}
