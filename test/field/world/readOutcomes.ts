import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '@reftally/core';
import { outcomeOfLine } from '../../crash/support/outcomeOfLine.js';

/** Reads what a collector has durably decided, from the log in its data folder: the truth, where its totals come from. */
export function readOutcomes(folder: string): Outcome[] {
  const log = join(folder, 'log');
  const lines = readdirSync(log)
    .sort()
    .flatMap((segment) => readFileSync(join(log, segment), 'utf8').split('\n').slice(0, -1));
  return lines.flatMap((line) => outcomeOfLine(line) ?? []);
}
