import { applyRefund } from './applyRefund.js';
import type { Outcome } from './Outcome.js';
import { outcomeOf } from './outcomeOf.js';
import type { Refund } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** Decides a refund: applied to its order, or kept until the order is reported. */
export function decideRefund(event: Refund, set: WorkingSet, now: number): Outcome {
  if (!set.order)
    return outcomeOf(event, { status: 'accepted', reason: 'waiting' }, now, {
      refundId: event.refundId,
      waits: true,
    });
  const { answer, order, entries, deltas } = applyRefund(event, set.order, set.timeZone);
  if (!order) return outcomeOf(event, answer, now, { deltas });
  return outcomeOf(event, answer, now, { order, refundId: event.refundId, entries, deltas });
}
