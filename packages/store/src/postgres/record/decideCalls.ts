import { decide, type Outcome, offerToTell, type TrackedEvent } from '@reftally/core';
import { chainEntries } from '../../file/chainEntries.js';
import { foldOutcome } from '../../file/foldOutcome.js';
import { lineOf } from '../../file/lineOf.js';
import type { SiteState } from '../../file/SiteState.js';
import { workingSetOf } from '../../file/workingSetOf.js';
import { NotFoundError } from '../../NotFoundError.js';
import type { Recorded } from '../../Recorded.js';
import type { Call } from './Call.js';
import type { PartialSite } from './PartialSite.js';

/** What events have changed, each with the fact that says so; and those that change nothing. */
export type Decided = { outcomes: { outcome: Outcome; body: string }[]; idle: TrackedEvent[] };

/** Decides the events of a group in their order, each by what those before it have changed; answers its calls. */
export function decideCalls(calls: readonly Call[], sites: ReadonlyMap<string, PartialSite>): Decided {
  const decided: Decided = { outcomes: [], idle: [] };
  for (const call of calls) {
    const state = sites.get(call.site)?.state;
    if (!state) {
      call.failure = new NotFoundError(`There is no site with the id ${call.site}`);
      decided.idle.push(...call.events);
      continue;
    }
    call.rows = call.events.map((event) => ({ id: event.id, ...decideOne(state, event, call.now, decided) }));
  }
  return decided;
}

function decideOne(
  state: SiteState,
  event: TrackedEvent,
  now: number,
  decided: Decided,
): Omit<Recorded, 'id'> {
  const { policy } = state.site;
  const set = workingSetOf(state, event);
  const outcome = decide(event, set, policy, now);
  if (outcome.entries) outcome.entries = chainEntries(state, outcome.entries);
  if (outcome.answer.status === 'duplicate') decided.idle.push(event);
  else {
    decided.outcomes.push({ outcome, body: lineOf(outcome).slice(0, -1) });
    foldOutcome(state, outcome);
  }
  const offer = offerToTell(outcome.answer, event, set, policy);
  return offer ? { ...outcome.answer, offer } : outcome.answer;
}
