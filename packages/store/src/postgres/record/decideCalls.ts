import { decide, type Forgotten, type Outcome, offerToTell, type TrackedEvent } from '@reftally/core';
import { chainEntries } from '../../file/chainEntries.js';
import { foldOutcome } from '../../file/foldOutcome.js';
import { forgottenAt } from '../../file/forgottenAt.js';
import type { SiteState } from '../../file/SiteState.js';
import { workingSetOf } from '../../file/workingSetOf.js';
import { NotFoundError } from '../../NotFoundError.js';
import type { Recorded } from '../../Recorded.js';
import { bodyOf } from './bodyOf.js';
import type { Call } from './Call.js';
import type { PartialSite } from './PartialSite.js';

/** What events have changed, each with the fact that says so; and those that change nothing. */
export type Decided = { outcomes: { outcome: Outcome; body: string }[]; idle: TrackedEvent[] };

/** Decides the events of a group in their order, each by what those before it have changed and by what is not forgotten; answers its calls. */
export function decideCalls(
  calls: readonly Call[],
  sites: ReadonlyMap<string, PartialSite>,
  retentionDays: number,
): Decided {
  const decided: Decided = { outcomes: [], idle: [] };
  for (const call of calls) {
    const state = sites.get(call.site)?.state;
    if (!state) {
      call.failure = new NotFoundError(`There is no site with the id ${call.site}`);
      decided.idle.push(...call.events);
      continue;
    }
    const forgotten = forgottenAt(state, retentionDays, call.now);
    call.rows = call.events.map((event) => ({
      id: event.id,
      ...decideOne(state, event, { now: call.now, forgotten }, decided),
    }));
  }
  return decided;
}

function decideOne(
  state: SiteState,
  event: TrackedEvent,
  { now, forgotten }: { now: number; forgotten: Forgotten | undefined },
  decided: Decided,
): Omit<Recorded, 'id'> {
  const { policy } = state.site;
  const set = workingSetOf(state, event, forgotten);
  const outcome = decide(event, set, policy, now);
  if (outcome.entries) outcome.entries = chainEntries(state, outcome.entries);
  if (outcome.answer.status === 'duplicate') decided.idle.push(event);
  else {
    decided.outcomes.push({ outcome, body: bodyOf(outcome) });
    foldOutcome(state, outcome);
  }
  const offer = offerToTell(outcome.answer, event, set, policy);
  return offer ? { ...outcome.answer, offer } : outcome.answer;
}
