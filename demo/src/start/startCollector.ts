import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './StartError.js';

/** A collector that runs in a process of its own. */
export interface RunningCollector {
  /** Its origin: `http://localhost:4800`. */
  readonly url: string;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Lets it finish what it accepted, and waits for its end. */
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

/**
 * Starts the collector through its command line, on a store in `folder`, and waits until it is ready. Rejects with a
 * `StartError` that carries the collector's own last words when it does not come up.
 */
export async function startCollector(
  port: number,
  folder: string,
  adminKey: string,
): Promise<RunningCollector> {
  const log = join(folder, 'collector.log');
  const child = launch(port, folder, adminKey, log);
  const ended = once(child, 'exit').then(() => undefined);
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  process.once('exit', () => child.kill('SIGKILL'));
  if (!(await isReady(port, child))) {
    await close();
    throw new StartError(`The collector did not start. ${lastLine(log)}`);
  }
  return { url: `http://localhost:${port}`, ended, close };
}

function launch(port: number, folder: string, adminKey: string, log: string): ChildProcess {
  const output = openSync(log, 'w');
  const words = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--store',
    `file:${join(folder, 'data')}`,
  ];
  // A process group of its own: Ctrl-C reaches only us, and we stop the collector when the shop has closed. The key is
  // not among the words because any user of the machine can list those.
  const child = spawn(process.execPath, [commandLine(), ...words], {
    detached: true,
    env: { ...process.env, REFTALLY_ADMIN_KEY: adminKey },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

function commandLine(): string {
  const manifest = new URL('../../../packages/collector/package.json', import.meta.url);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { reftally: string } };
  return fileURLToPath(new URL(bin.reftally, manifest));
}

async function isReady(port: number, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function lastLine(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
}
