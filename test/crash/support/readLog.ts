import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOfLine } from './outcomeOfLine.js';

/** What these tests look at in a line of the log. */
export type Line = {
  outcome?: {
    answer: { status: string };
    event: { id: string; type: string; orderId?: string; customerId?: string };
    deltas?: {
      partner: string;
      add: Record<string, number>;
      revenue?: { currency: string; minor: number };
    }[];
  };
};

/** Every whole line of every segment, oldest first, read without any code of the store. */
export function readLog(folder: string): Line[] {
  const log = join(folder, 'log');
  const segments = readdirSync(log).sort();
  return segments.flatMap((name) => {
    const lines = readFileSync(join(log, name), 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => ({ outcome: outcomeOfLine(line) }) as Line);
  });
}
