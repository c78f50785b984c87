import { StartError } from '../StartError.js';
import type { CopiedFact } from './CopiedFact.js';
import type { CopyMark } from './CopyMark.js';
import type { CopyProgress } from './CopyProgress.js';
import type { CopySource } from './CopySource.js';
import type { CopyCounts } from './CopySummary.js';
import type { CopyTarget } from './CopyTarget.js';
import { compareSummaries } from './compareSummaries.js';
import { openCopySource } from './openCopySource.js';
import { openCopyTarget } from './openCopyTarget.js';

/** From which store to which, by their URLs. `onPhase` hears when the copy is compared with its source. */
export type CopyJob = { from: string; to: string; onProgress?: CopyProgress; onVerify?: () => void };

/** What was copied, by this run and those before it. */
export type CopyResult = CopyCounts & { events: number; resumed: number };

/** Facts that are added at once. */
const BATCH = 1_000;
const BATCH_BYTES = 8_000_000;

/**
 * Copies a store, fact by fact, into an empty one: nothing is decided again. A copy that was interrupted goes on where it was; until it is whole, and
 * compared with its source, no collector starts on the target. Rejects with a `StartError` that says what is in the way.
 */
export async function copyStore(job: CopyJob): Promise<CopyResult> {
  try {
    return await openAndCopy(job);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      `The copy has stopped: ${(cause as Error).message}. Run the same command again to go on where it was`,
      { cause },
    );
  }
}

async function openAndCopy(job: CopyJob): Promise<CopyResult> {
  const now = Date.now();
  const source = await openCopySource(job.from, now);
  try {
    const target = await openCopyTarget(job.to);
    try {
      return await copy(source, target, job, now);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(source: CopySource, target: CopyTarget, job: CopyJob, now: number): Promise<CopyResult> {
  const begun = target.mark;
  if (begun) checkBegun(begun, source, target);
  const mark = begun ?? { source: source.id, place: [], facts: 0, events: 0, finished: false };
  if (!begun) await target.begin(mark);
  const copied = await copyFacts(source, target, mark, job.onProgress);
  job.onVerify?.();
  const counts = await verify(source, target, copied, now);
  await target.finish({ ...copied, finished: true });
  return { ...counts, events: copied.events, resumed: mark.events };
}

function checkBegun({ source: id, finished }: CopyMark, source: CopySource, target: CopyTarget): void {
  if (id !== source.id)
    throw new StartError(
      `${target.name} holds a copy of another store than ${source.name}: name an empty one, or the source that it was begun with`,
    );
  if (finished)
    throw new StartError(
      `${target.name} holds a finished copy of ${source.name} already: start the collector with it, or name an empty store`,
    );
}

async function copyFacts(
  source: CopySource,
  target: CopyTarget,
  begun: CopyMark,
  onProgress: CopyProgress = () => {},
): Promise<CopyMark> {
  let mark = begun;
  let facts: CopiedFact[] = [];
  let bytes = 0;
  const add = async (place: readonly number[], share: number) => {
    const events = mark.events + facts.filter(({ body }) => body.startsWith('{"outcome"')).length;
    const next = { ...mark, place, facts: mark.facts + facts.length, events };
    await target.add(facts, next);
    [mark, facts, bytes] = [next, [], 0];
    onProgress({ events, resumed: begun.events, share });
  };
  let last: { place: readonly number[]; share: number } | undefined;
  for await (const piece of source.read(begun.place.length > 0 ? begun.place : undefined)) {
    for (const fact of piece.facts) bytes += fact.body.length;
    facts.push(...piece.facts);
    last = piece;
    if (facts.length >= BATCH || bytes >= BATCH_BYTES) await add(piece.place, piece.share);
  }
  if (facts.length > 0 && last) await add(last.place, 1);
  return mark;
}

async function verify(
  source: CopySource,
  target: CopyTarget,
  mark: CopyMark,
  now: number,
): Promise<CopyCounts> {
  const there = await source.summary();
  const facts = await source.countFacts();
  if (facts !== undefined && facts !== mark.facts)
    throw new StartError(
      `${source.name} was written to while it was copied: stop its collectors and run the same command again; if it says this again, do so with an empty target`,
    );
  const difference = compareSummaries(there, await target.summary(now));
  if (difference !== undefined)
    throw new StartError(
      `The copy differs from ${source.name} in ${difference}; it is not to be used: copy into an empty store, and tell us if it happens again`,
    );
  return there.counts;
}
