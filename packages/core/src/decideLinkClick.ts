import { dayOf } from './dayOf.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Reason } from './Reason.js';
import { recordVisits } from './recordVisits.js';
import { refusalDelta } from './refusalDelta.js';
import type { LinkClick } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** Decides a visit through `/l/CODE`: counted unless a robot made it, the code is no good, or the same client was just here. */
export function decideLinkClick(event: LinkClick, set: WorkingSet, now: number): Outcome {
  const day = dayOf(event.at, set.timeZone);
  const owner = set.codeOwner(event.code);
  const refuse = (reason: Reason) =>
    outcomeOf(event, { status: 'refused', reason }, now, {
      deltas: [refusalDelta(day, reason)],
    });
  if (!owner) return refuse('unknown-code');
  if (owner.status === 'paused') return refuse('paused');
  if (event.bot) return refuse('bot');
  const { clicks, deltas } = recordVisits(event, set);
  if (deltas.length === 0) return refuse('repeat');
  return outcomeOf(event, { status: 'accepted', partner: owner.partner }, now, {
    clicks,
    deltas,
  });
}
