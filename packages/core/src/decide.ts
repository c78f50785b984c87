import { dayOf } from './dayOf.js';
import { decideConversion } from './decideConversion.js';
import { decideCorrection } from './decideCorrection.js';
import { decideLinkClick } from './decideLinkClick.js';
import { decideRefund } from './decideRefund.js';
import { decideVisit } from './decideVisit.js';
import { isNews } from './isNews.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Policy } from './Policy.js';
import { refusalDelta } from './refusalDelta.js';
import type { TrackedEvent } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/**
 * The one decision: what an event changes, given all that bears on it. Pure; `now` in ms is the collector's clock. The only place
 * where attribution and money are decided: the stores, a replay and the tests all call it.
 */
export function decide(event: TrackedEvent, set: WorkingSet, policy: Policy, now: number): Outcome {
  if (set.prior && !isNews(event, set))
    return outcomeOf(event, { ...set.prior, status: 'duplicate' }, now, {});
  switch (event.type) {
    case 'click':
      return decideLinkClick(event, set, now);
    case 'purchase': {
      const { order, conversion } = set;
      if (order && conversion) return decideCorrection(event, { order, conversion }, set, policy, now);
      return decideConversion(event, set, policy, now);
    }
    case 'signup':
      return decideConversion(event, set, policy, now);
    case 'refund':
      return decideRefund(event, set, now);
    default:
      return isForgotten(event, set) ? refuseOld(event, set, now) : decideVisit(event, set, policy, now);
  }
}

/** Whether the same event may have been counted without anybody knowing it now. A conversion is known for ever, by more than its event's id. */
function isForgotten({ stated, at }: TrackedEvent, { forgotten }: WorkingSet): boolean {
  return forgotten !== undefined && (stated ?? at) < forgotten.ids;
}

function refuseOld(event: TrackedEvent, { timeZone }: WorkingSet, now: number): Outcome {
  const deltas = [refusalDelta(dayOf(event.at, timeZone), 'too-old')];
  return outcomeOf(event, { status: 'refused', reason: 'too-old' }, now, { deltas });
}
