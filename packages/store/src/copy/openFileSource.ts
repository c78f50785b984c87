import { type FileHandle, stat } from 'node:fs/promises';
import { refuseHalfRestored } from '../file/backup/refuseHalfRestored.js';
import { countSegments } from '../file/countSegments.js';
import { explainOpening } from '../file/explainOpening.js';
import { findBases } from '../file/findBases.js';
import { folderPaths } from '../file/folderPaths.js';
import { lockFolder } from '../file/lockFolder.js';
import { readLines } from '../file/readLines.js';
import { recover } from '../file/recover.js';
import { StartError } from '../StartError.js';
import type { CopiedFact } from './CopiedFact.js';
import type { CopiedFacts, CopySource } from './CopySource.js';
import { firstFactHash } from './firstFactHash.js';
import { refuseHalfCopied } from './refuseHalfCopied.js';
import { summaryOfState } from './summaryOfState.js';

/** Takes a data folder from its collectors and opens it to be copied. `now` in ms is that of its summary. Rejects with a `StartError`. */
export async function openFileSource(folder: string, now: number): Promise<CopySource> {
  let lock: FileHandle | undefined;
  try {
    await checkThere(folder);
    await refuseHalfRestored(folder);
    await refuseHalfCopied(folder);
    await refuseCompacted(folder);
    lock = await lockFolder(folder);
    return await open(folder, lock, now);
  } catch (error) {
    await lock?.close();
    throw explainOpening(error, folder);
  }
}

/** A name with a typing error must not become an empty folder. */
async function checkThere(folder: string): Promise<void> {
  const isThere = await stat(folderPaths.log(folder)).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new StartError(`${folder} is no data folder, or nothing was recorded in it yet`);
}

/** A copy is made of facts, and of a base they are gone. */
async function refuseCompacted(folder: string): Promise<void> {
  const base = (await findBases(folder)).at(-1);
  if (base === undefined) return;
  throw new StartError(
    `${folderPaths.base(folder, base)} is all that is left of the first ${base} segments: a log that retention has compacted cannot be copied into another store`,
  );
}

async function open(folder: string, lock: FileHandle, now: number): Promise<CopySource> {
  // As every start does, this cuts off what is torn at the end: what is left was acknowledged.
  const { state } = await recover(folder, 0, () => {});
  const summary = summaryOfState(state, now);
  const sizes: number[] = [];
  for (let segment = 1, count = await countSegments(folder); segment <= count; segment++)
    sizes.push((await stat(folderPaths.segment(folder, segment))).size);
  return {
    id: firstFactHash('file', folder, await firstFact(folder, sizes.length)),
    name: `file:${folder}`,
    read: (place) => readSegments(folder, sizes, place ?? [1, 0]),
    countFacts: async () => undefined,
    summary: async () => summary,
    close: () => lock.close(),
  };
}

async function firstFact(folder: string, segments: number): Promise<string | undefined> {
  for (let segment = 1; segment <= segments; segment++)
    for await (const { lines } of readLines(folderPaths.segment(folder, segment))) {
      const first = lines.find((line) => !isHeader(line));
      if (first !== undefined) return first;
    }
  return undefined;
}

/** A place is a segment, and how many of its lines have been read. */
async function* readSegments(
  folder: string,
  sizes: readonly number[],
  [first = 1, skipped = 0]: readonly number[],
): AsyncGenerator<CopiedFacts, void> {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = sizes.slice(0, first - 1).reduce((sum, size) => sum + size, 0);
  for (let segment = first; segment <= sizes.length; segment++) {
    let line = 0;
    for await (const { offset, lines } of readLines(folderPaths.segment(folder, segment))) {
      const facts = factsOf(lines, segment === first ? skipped - line : 0);
      line += lines.length;
      if (facts.length > 0) yield { facts, place: [segment, line], share: (before + offset) / total };
    }
    before += sizes[segment - 1] ?? 0;
  }
}

function factsOf(lines: readonly string[], skipped: number): CopiedFact[] {
  return lines
    .slice(Math.max(0, skipped))
    .flatMap((body) => (body === '' || isHeader(body) ? [] : [{ body }]));
}

/** The first line of a segment says how it is written. */
function isHeader(line: string): boolean {
  return line.startsWith('{"log":');
}
