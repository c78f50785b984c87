import { decide, type Outcome, type Policy } from '@reftally/core';
import { foldOutcome } from './foldOutcome.js';
import { forgottenAt } from './forgottenAt.js';
import type { SiteState } from './SiteState.js';
import { workingSetOf } from './workingSetOf.js';

/** Decides an event of the log once more, by a history that was decided once more up to there, and folds what comes out. */
export function replayOutcome(
  site: SiteState,
  { event, decidedAt }: Outcome,
  policy: Partial<Policy>,
  retentionDays = 0,
): Outcome {
  const forgotten = forgottenAt(site, retentionDays, decidedAt);
  const outcome = decide(
    event,
    workingSetOf(site, event, forgotten),
    { ...site.site.policy, ...policy },
    decidedAt,
  );
  if (outcome.answer.status !== 'duplicate') foldOutcome(site, outcome);
  return outcome;
}
