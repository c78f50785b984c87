import { StartError } from '../StartError.js';
import type { Fact } from './Fact.js';
import { fold } from './fold.js';
import { parseFact } from './parseFact.js';
import { type Lines, readLines } from './readLines.js';
import type { State } from './State.js';

/** A segment that has been folded: the length (bytes) of its whole lines, and whether something unreadable follows them. */
export type FoldedSegment = { bytes: number; isTorn: boolean };

type Progress = FoldedSegment & { line: number; torn?: number };

/**
 * Folds a segment of the log into a state. What is unreadable at its end was never acknowledged, so it is only reported;
 * an unreadable line that is followed by a whole one means that the file was damaged, and is a `StartError`.
 */
export async function foldSegment(state: State, path: string): Promise<FoldedSegment> {
  const progress: Progress = { bytes: 0, isTorn: false, line: 0 };
  for await (const lines of readLines(path)) foldLines(state, path, lines, progress);
  return { bytes: progress.bytes, isTorn: progress.isTorn };
}

function foldLines(state: State, path: string, { offset, lines, rest }: Lines, progress: Progress): void {
  for (const [index, text] of lines.entries()) {
    progress.line++;
    const fact = parseFact(text);
    if (!fact) {
      if (!progress.isTorn) {
        progress.torn = progress.line;
        progress.bytes = offset + lengthOf(lines, index);
      }
      progress.isTorn = true;
    } else if (progress.isTorn) {
      throw new StartError(
        `${path}, line ${progress.torn}, cannot be read although whole lines follow it: the file is damaged; restore it from a backup`,
      );
    } else apply(state, fact, `${path}, line ${progress.line}`);
  }
  if (progress.isTorn) return;
  progress.bytes = offset + lengthOf(lines, lines.length);
  progress.isTorn = rest > 0;
}

/** How many bytes the first `count` lines take. */
function lengthOf(lines: string[], count: number): number {
  return lines.slice(0, count).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

function apply(state: State, fact: Fact, where: string): void {
  try {
    fold(state, fact);
  } catch (cause) {
    throw new StartError(`${where}, cannot be used: ${(cause as Error).message}`, { cause });
  }
}
