import { type ChildProcess, spawn } from 'node:child_process';
import { ADMIN_KEY } from './ADMIN_KEY.js';
import { CLI } from './CLI.js';

/** How a collector is started. */
export type CollectorOptions = {
  folder: string;
  /** Further arguments of `reftally serve`. */
  args?: readonly string[];
  /** Arguments of node itself. */
  nodeArgs?: readonly string[];
  /** Shell words that run before it in its process, such as `ulimit -f 100`. */
  prelude?: string;
};

/** Starts `reftally serve` on a free port, with a rate limit that no test reaches, and returns at once. `NODE_ENV` is left out: vitest sets it to `test`. */
export function spawnCollector({
  folder,
  args = [],
  nodeArgs = [],
  prelude,
}: CollectorOptions): ChildProcess {
  const { NODE_ENV: _, ...inherited } = process.env;
  const serve = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--store',
    `file:${folder}`,
    '--admin-key',
    ADMIN_KEY,
    '--rate-limit',
    '1000000000',
  ];
  const words = [process.execPath, ...nodeArgs, CLI, ...serve, ...args];
  const [command = '', ...rest] = prelude ? ['bash', '-c', `${prelude}; exec "$@"`, 'bash', ...words] : words;
  return spawn(command, rest, { env: inherited, stdio: ['ignore', 'pipe', 'pipe'] });
}
