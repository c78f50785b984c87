import { open } from 'node:fs/promises';
import { parseFact } from './parseFact.js';

/** Longer than any line of an event. */
const TAIL = 1024 * 1024;

/** When the last event of a segment was decided (ms); 0 when it has none, and when it was written where its end alone has none. */
export async function latestIn(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    for (const line of buffer.toString().split('\n').reverse()) {
      const fact = parseFact(line);
      if (fact && 'outcome' in fact) return fact.outcome.decidedAt;
    }
    return length === size ? 0 : mtimeMs;
  } finally {
    await file.close();
  }
}
