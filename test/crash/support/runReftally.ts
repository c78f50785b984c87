import { execFile } from 'node:child_process';
import { CLI } from './CLI.js';

/** What a command printed, and how it ended. */
export type Ended = { code: number; out: string; err: string };

/** Runs a subcommand of `reftally` to its end. */
export function runReftally(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
