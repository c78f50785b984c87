import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../findChromium.js';

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * 127.0.0.1',
];

/**
 * Starts a Chromium that nobody holds by the hand, on an address: what it prepares in advance it prepares only as long as no debugger is
 * attached. Resolves with what ends it.
 */
export async function spawnChromium(url: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-chromium-'));
  const words = [...ARGS, `--user-data-dir=${folder}`, url];
  // A group of its own: the command may be a script that starts the browser.
  const child = spawn(findChromium().path, words, { stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  return async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
