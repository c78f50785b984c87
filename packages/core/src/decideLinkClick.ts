import type { Click } from './Click.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Reason } from './Reason.js';
import { recordVisits } from './recordVisits.js';
import { refusalDelta } from './refusalDelta.js';
import type { LinkClick } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

const HOUR_MS = 3_600_000;

/**
 * Decides a visit through `/l/CODE`: counted unless a robot made it, the code is no good, or the same client was just here. A robot's and a
 * repeated one is counted as an arrival all the same.
 */
export function decideLinkClick(event: LinkClick, set: WorkingSet, now: number): Outcome {
  const day = dayOf(event.at, set.timeZone);
  const owner = set.codeOwner(event.code);
  const refuse = (reason: Reason, arrived: Delta[] = [], clicks: Click[] = []) =>
    outcomeOf(event, { status: 'refused', reason }, now, {
      clicks,
      deltas: [...arrived, refusalDelta(day, reason)],
    });
  if (!owner) return refuse('unknown-code');
  if (owner.status === 'paused') return refuse('paused');
  const hour = Math.floor(event.at / HOUR_MS);
  if (event.bot) return refuse('bot', [{ partner: owner.partner, day, add: { uncounted: 1 }, hour }]);
  const { clicks, deltas } = recordVisits(event, set);
  if (!deltas.some(({ add }) => add.clicks)) return refuse('repeat', deltas, clicks);
  return outcomeOf(event, { status: 'accepted', partner: owner.partner }, now, {
    clicks,
    deltas,
  });
}
