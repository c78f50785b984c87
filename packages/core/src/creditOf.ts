import type { Attributable, Attribution } from './attribute.js';
import { ineligible } from './ineligible.js';
import type { Policy } from './Policy.js';
import type { Reason } from './Reason.js';
import type { Touch } from './Touch.js';
import { tiesInOrder } from './tiesInOrder.js';
import type { WorkingSet } from './WorkingSet.js';

/** What `attribute` says, without the receipt: visits, which are nearly all events, keep none. */
export function creditOf(
  event: Attributable,
  touches: readonly Touch[],
  set: Pick<WorkingSet, 'customer' | 'codeOwner' | 'partnerStatus'>,
  policy: Policy,
): Omit<Attribution, 'receipt'> {
  let reason: Reason | undefined;
  for (const tie of tiesInOrder(event, touches, set, policy)) {
    const why = ineligible(tie, event.at, policy);
    if (!why && tie.owner) return { winner: { partner: tie.owner.partner, code: tie.code } };
    reason ??= why;
  }
  return reason ? { reason } : {};
}
