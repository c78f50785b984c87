import { execFile } from 'node:child_process';
import { ADMIN_KEY } from './testCollector.js';

const BIN = new URL('../bin/reftally.js', import.meta.url).pathname;

/** What a command printed, and how it ended. */
export type Ended = { code: number; out: string; err: string };

/** Runs `reftally` against a collector of the tests. */
export function runCli(url: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, REFTALLY_URL: url, REFTALLY_ADMIN_KEY: ADMIN_KEY };
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { env }, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, out, err });
    });
  });
}
