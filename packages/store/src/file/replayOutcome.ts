import { decide, type Outcome, type Policy } from '@reftally/core';
import { foldOutcome } from './foldOutcome.js';
import type { SiteState } from './SiteState.js';
import { workingSetOf } from './workingSetOf.js';

/** Decides an event of the log once more, by a history that was decided once more up to there, and folds what comes out. */
export function replayOutcome(
  site: SiteState,
  { event, decidedAt }: Outcome,
  policy: Partial<Policy>,
): Outcome {
  const outcome = decide(event, workingSetOf(site, event), { ...site.site.policy, ...policy }, decidedAt);
  if (outcome.answer.status !== 'duplicate') foldOutcome(site, outcome);
  return outcome;
}
