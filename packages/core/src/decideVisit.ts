import { answerOf } from './answerOf.js';
import { creditOf } from './creditOf.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Policy } from './Policy.js';
import { recordVisits } from './recordVisits.js';
import type { CustomEvent, Pageview } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** Decides a pageview or a custom event: whose visit it belongs to, and what its codes add. */
export function decideVisit(
  event: Pageview | CustomEvent,
  set: WorkingSet,
  policy: Policy,
  now: number,
): Outcome {
  const { known, touches, clicks, deltas } = recordVisits(event, set);
  const credit = creditOf(event, known, set, policy);
  const { winner, reason } = credit;
  const delta: Delta = {
    partner: winner?.partner ?? '',
    day: dayOf(event.at, set.timeZone),
    add: {},
  };
  if (event.type === 'pageview') delta.add.pageviews = 1;
  if (reason) delta.refused = reason;
  const counts = event.type === 'pageview' || reason ? [...deltas, delta] : deltas;
  return outcomeOf(event, answerOf(credit), now, {
    touches,
    clicks,
    deltas: counts,
  });
}
