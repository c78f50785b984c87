import type { Outcome } from '@reftally/core';
import { emptyState } from '../../packages/store/dist/file/emptyState.js';
import type { Fact } from '../../packages/store/dist/file/Fact.js';
import { fold } from '../../packages/store/dist/file/fold.js';
import { replayOutcome } from '../../packages/store/dist/file/replayOutcome.js';
import { replayReview } from '../../packages/store/dist/file/replayReview.js';
import type { State } from '../../packages/store/dist/file/State.js';
import { siteIn } from '../../packages/store/dist/file/siteIn.js';

/** What the log says, and what came out again. */
export type ReplayProblem = { logged: unknown; again: unknown };

/** Decides every event and review of a log again under the policy of its time: what is not what the log says, to the last field. */
export function replayProblems(facts: readonly Fact[]): ReplayProblem[] {
  const state = emptyState();
  return facts.flatMap((fact): ReplayProblem[] => {
    if ('review' in fact) return reviewProblems(state, fact);
    if (!('outcome' in fact)) {
      fold(state, fact);
      return [];
    }
    const logged = withoutChain(fact.outcome);
    const again = plain(replayOutcome(siteIn(state, logged.event.site), logged, {}));
    return JSON.stringify(again) === JSON.stringify(logged) ? [] : [{ logged, again }];
  });
}

function reviewProblems(state: State, fact: Extract<Fact, { review: unknown }>): ReplayProblem[] {
  const site = siteIn(state, fact.of);
  const { entries, order } = fact;
  const again = { entries: replayReview(site, fact), order: order && site.orders.get(order.orderId) };
  const logged = { entries: entries.map(bare), order };
  return JSON.stringify(sorted(again)) === JSON.stringify(sorted(logged)) ? [] : [{ logged, again }];
}

/** The place in a chain is the store's doing, not the decision's. */
function withoutChain({ entries, ...outcome }: Outcome): Outcome {
  if (!entries) return sorted(outcome);
  return sorted({ ...outcome, entries: entries.map(bare) });
}

function bare<Entry extends object>(entry: Entry): Entry {
  return { ...entry, seq: undefined, hash: undefined };
}

function plain(outcome: Outcome): Outcome {
  return sorted(JSON.parse(JSON.stringify(outcome)));
}

/** With its fields in the order of the alphabet, throughout. */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)])) as T;
}
