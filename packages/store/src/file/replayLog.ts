import { stat } from 'node:fs/promises';
import { dayOf, type ExistingCustomer, type ReplayReport, ReplayTally } from '@reftally/core';
import type { ReplayQuery } from '../ReplayQuery.js';
import { emptyState } from './emptyState.js';
import type { Fact } from './Fact.js';
import { fold } from './fold.js';
import { foldExisting } from './foldExisting.js';
import { folderPaths } from './folderPaths.js';
import { isKnownCustomer } from './isKnownCustomer.js';
import { parseFact } from './parseFact.js';
import type { ReplayJob } from './ReplayJob.js';
import { readLines } from './readLines.js';
import { replayOutcome } from './replayOutcome.js';
import { replayReview } from './replayReview.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import { siteIn } from './siteIn.js';

type Replay = { state: State; tally: ReplayTally; query: ReplayQuery };

/**
 * Reads a log from its beginning and decides every event of one site again, in its order; sites, partners and links change as they did.
 * Calls `onProgress` (bytes) after each piece. Rejects on a log that cannot be read. Writes nothing.
 */
export async function replayLog(
  { folder, upTo, query }: ReplayJob,
  onProgress: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const replay: Replay = { state: emptyState(), tally: new ReplayTally(), query };
  const sizes = await sizesOf(folder, upTo);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, size] of sizes.entries()) {
    for await (const { offset, lines } of readLines(folderPaths.segment(folder, index + 1))) {
      if (offset >= size) break; // Written since.
      replayLines(replay, lines, offset, size);
      onProgress(before + Math.min(offset, size), total);
    }
    before += size;
  }
  onProgress(total, total);
  return replay.tally.report();
}

/** The bytes that count of each segment. */
async function sizesOf(folder: string, { segment, bytes }: ReplayJob['upTo']): Promise<number[]> {
  const sizes: number[] = [];
  for (let number = 1; number < segment; number++)
    sizes.push((await stat(folderPaths.segment(folder, number))).size);
  if (bytes > 0) sizes.push(bytes);
  return sizes;
}

function replayLines(replay: Replay, lines: readonly string[], offset: number, size: number): void {
  let at = offset;
  for (const line of lines) {
    if (at >= size) return;
    at += Buffer.byteLength(line) + 1;
    const fact = parseFact(line);
    if (!fact) throw new Error('the log has a line that cannot be read: restore it from a backup');
    replayFact(replay, fact);
  }
}

/** What is by hand (payouts, adjustments) no policy decides. */
function replayFact(replay: Replay, fact: Fact): void {
  const { state, tally, query } = replay;
  if ('payout' in fact || 'adjustment' in fact || 'token' in fact || 'taken' in fact) return;
  if ('review' in fact) {
    replayVerdict(replay, fact);
    return;
  }
  if ('existing' in fact) {
    replayImport(siteIn(state, fact.of), fact.existing);
    return;
  }
  if (!('outcome' in fact)) {
    fold(state, fact);
    return;
  }
  const { outcome } = fact;
  if (outcome.event.site !== query.site) return;
  const site = siteIn(state, query.site);
  const again = replayOutcome(site, outcome, query.policy);
  if (isWithin(outcome.event, query, site.site.timeZone)) tally.add(outcome, again);
}

/** Whom a partner brings by the other policy stays its customer. */
function replayImport(site: SiteState, customers: readonly ExistingCustomer[]): void {
  for (const customer of customers)
    if (!isKnownCustomer(site, customer.customerId)) foldExisting(site, customer);
}

/** It counts on the day of its conversion, whose money it gives or takes. */
function replayVerdict({ state, tally, query }: Replay, fact: Extract<Fact, { review: unknown }>): void {
  if (fact.of !== query.site) return;
  const site = siteIn(state, query.site);
  const entries = replayReview(site, fact);
  const conversion = site.conversions.get(fact.conversion)?.conversion;
  if (conversion && isWithin(conversion, query, site.site.timeZone))
    tally.add({ entries: fact.entries }, { entries });
}

function isWithin({ at }: { at: number }, { from, to }: ReplayQuery, timeZone: string): boolean {
  if (from === undefined && to === undefined) return true;
  const day = dayOf(at, timeZone);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
